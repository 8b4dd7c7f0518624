namespace AsyncWeave.Analysis.Flow;

/// <summary>The protected regions of a body, each with its handlers and the region around it.</summary>
internal sealed class ProtectedRanges
{
    public const int None = -1;

    private const long MostPainted = 20_000_000;

    private readonly int[] innermost;
    private readonly Handler?[] finallyAround;

    public ProtectedRanges(BodyCode code, BasicBlocks blocks)
    {
        Ranges = code.Handlers
            .GroupBy(handler => (handler.TryStart, handler.TryEnd))
            .Select(group => new ProtectedRange(group.Key.TryStart, group.Key.TryEnd, [.. group]))
            .OrderByDescending(range => range.End - range.Start)
            .ToList();
        innermost = new int[blocks.Count];
        for (var block = 0; block < innermost.Length; block++)
            innermost[block] = None;

        finallyAround = new Handler?[blocks.Count];
        // Larger ranges first, so that the smaller ones inside overwrite them. Compilers nest a few deep; the bound is for hostile bodies.
        long painted = 0;
        for (var index = 0; index < Ranges.Count; index++)
        {
            var (first, last) = (blocks.Of(Ranges[index].Start), Ranges[index].End < code.Count ? blocks.Of(Ranges[index].End) : blocks.Count);
            if ((painted += last - first) > MostPainted)
                throw new UnknownShapeException(code.Method, code[Ranges[index].Start].Offset, "protected regions nest too deep");
            Ranges[index].Outer = first < last ? innermost[first] : None;
            for (var block = first; block < last; block++)
                innermost[block] = index;
        }

        foreach (var handler in code.Handlers.Where(handler => handler.IsFinally).OrderByDescending(handler => handler.End - handler.Start))
        {
            for (var block = blocks.Of(handler.Start); block < blocks.Count && blocks.Start(block) < handler.End && painted++ < MostPainted; block++)
                finallyAround[block] = handler;
        }
    }

    public IReadOnlyList<ProtectedRange> Ranges { get; }

    /// <summary>The innermost <c>finally</c> that a block stands in.</summary>
    public Handler? FinallyAround(int block) => finallyAround[block];

    /// <summary>Index of the smallest range around a block, or <see cref="None"/>.</summary>
    public int Around(int block) => innermost[block];
}
