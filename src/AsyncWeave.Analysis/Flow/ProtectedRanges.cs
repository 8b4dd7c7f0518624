namespace AsyncWeave.Analysis.Flow;

/// <summary>The protected regions of a body, each with its handlers and the region around it.</summary>
internal sealed class ProtectedRanges
{
    public const int None = -1;

    private const long MostPainted = 20_000_000;

    private readonly Handler[] handlers;
    private readonly int[] innermost;
    private readonly int[]? finallyAround;
    private long painted;

    public ProtectedRanges(BodyCode code, BasicBlocks blocks, TraceBuffers buffers)
    {
        handlers = code.Handlers;
        Ranges = Group(handlers);
        innermost = buffers.Any(blocks.Count);
        PaintRanges(code, blocks);
        foreach (var handler in handlers)
            AnyFinally |= handler.IsFinally;
        finallyAround = AnyFinally ? PaintFinallys(blocks, buffers) : null;
    }

    public ProtectedRange[] Ranges { get; }

    public bool AnyFinally { get; }

    /// <summary>The innermost <c>finally</c> that a block stands in.</summary>
    public Handler? FinallyAround(int block) => finallyAround?[block] is > 0 and var clause ? handlers[clause - 1] : null;

    /// <summary>Index of the smallest range around a block, or <see cref="None"/>.</summary>
    public int Around(int block) => innermost[block];

    // The clauses of one try in the order in which they are asked; larger ranges first.
    private static ProtectedRange[] Group(Handler[] handlers)
    {
        if (handlers.Length == 1)
            return [new ProtectedRange(handlers[0].TryStart, handlers[0].TryEnd, handlers)];
        var sorted = (Handler[])handlers.Clone();
        Array.Sort(sorted, BySizeOfTry);
        var ranges = new List<ProtectedRange>(sorted.Length);
        for (int start = 0, end = 0; start < sorted.Length; start = end)
        {
            while (end < sorted.Length && sorted[end].TryStart == sorted[start].TryStart && sorted[end].TryEnd == sorted[start].TryEnd)
                end++;
            ranges.Add(new ProtectedRange(sorted[start].TryStart, sorted[start].TryEnd, sorted.AsSpan(start, end - start).ToArray()));
        }

        return ranges.ToArray();
    }

    private static int BySizeOfTry(Handler left, Handler right)
    {
        var sizes = (right.TryEnd - right.TryStart).CompareTo(left.TryEnd - left.TryStart);
        if (sizes != 0)
            return sizes;
        var starts = left.TryStart.CompareTo(right.TryStart);
        return starts != 0 ? starts : left.Index.CompareTo(right.Index);
    }

    // Larger ranges first, so that the smaller ones inside overwrite them. Compilers nest a few deep; the bound is for hostile bodies.
    private void PaintRanges(BodyCode code, BasicBlocks blocks)
    {
        for (var block = 0; block < blocks.Count; block++)
            innermost[block] = None;
        for (var index = 0; index < Ranges.Length; index++)
        {
            var (first, last) = (blocks.Of(Ranges[index].Start), Ranges[index].End < code.Count ? blocks.Of(Ranges[index].End) : blocks.Count);
            if ((painted += last - first) > MostPainted)
                throw new UnknownShapeException(code.Name, code.Offset(Ranges[index].Start), "protected regions nest too deep");
            Ranges[index].Outer = first < last ? innermost[first] : None;
            for (var block = first; block < last; block++)
                innermost[block] = index;
        }
    }

    // Smaller ones last, as above. By block one more than the clause's index, 0 for none.
    private int[] PaintFinallys(BasicBlocks blocks, TraceBuffers buffers)
    {
        var around = buffers.Zeros(blocks.Count);
        var finallys = Array.FindAll(handlers, handler => handler.IsFinally);
        Array.Sort(finallys, BySize);
        foreach (var handler in finallys)
        {
            for (var block = blocks.Of(handler.Start); block < blocks.Count && blocks.Start(block) < handler.End && painted++ < MostPainted; block++)
                around[block] = handler.Index + 1;
        }

        return around;
    }

    private static int BySize(Handler left, Handler right)
    {
        var sizes = (right.End - right.Start).CompareTo(left.End - left.Start);
        return sizes != 0 ? sizes : left.Index.CompareTo(right.Index);
    }
}
