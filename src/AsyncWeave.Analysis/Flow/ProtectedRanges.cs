namespace AsyncWeave.Analysis.Flow;

/// <summary>The protected regions of a body, each with its handlers and the region around it.</summary>
internal sealed class ProtectedRanges
{
    public const int None = -1;

    private const long MostPainted = 20_000_000;

    private readonly int[] innermost;
    private readonly Handler?[]? finallyAround;
    private long painted;

    public ProtectedRanges(BodyCode code, BasicBlocks blocks)
    {
        Ranges = Group(code.Handlers);
        innermost = new int[blocks.Count];
        PaintRanges(code, blocks);
        foreach (var handler in code.Handlers)
            AnyFinally |= handler.IsFinally;
        finallyAround = AnyFinally ? PaintFinallys(code, blocks) : null;
    }

    public IReadOnlyList<ProtectedRange> Ranges { get; }

    public bool AnyFinally { get; }

    /// <summary>The innermost <c>finally</c> that a block stands in.</summary>
    public Handler? FinallyAround(int block) => finallyAround?[block];

    /// <summary>Index of the smallest range around a block, or <see cref="None"/>.</summary>
    public int Around(int block) => innermost[block];

    private static IReadOnlyList<ProtectedRange> Group(IReadOnlyList<Handler> handlers) => handlers.Count switch
    {
        0 => [],
        1 => [new ProtectedRange(handlers[0].TryStart, handlers[0].TryEnd, handlers)],
        _ => handlers
            .GroupBy(handler => (handler.TryStart, handler.TryEnd))
            .Select(group => new ProtectedRange(group.Key.TryStart, group.Key.TryEnd, [.. group]))
            .OrderByDescending(range => range.End - range.Start)
            .ToList(),
    };

    // Larger ranges first, so that the smaller ones inside overwrite them. Compilers nest a few deep; the bound is for hostile bodies.
    private void PaintRanges(BodyCode code, BasicBlocks blocks)
    {
        for (var block = 0; block < innermost.Length; block++)
            innermost[block] = None;
        for (var index = 0; index < Ranges.Count; index++)
        {
            var (first, last) = (blocks.Of(Ranges[index].Start), Ranges[index].End < code.Count ? blocks.Of(Ranges[index].End) : blocks.Count);
            if ((painted += last - first) > MostPainted)
                throw new UnknownShapeException(code.Method, code.Offset(Ranges[index].Start), "protected regions nest too deep");
            Ranges[index].Outer = first < last ? innermost[first] : None;
            for (var block = first; block < last; block++)
                innermost[block] = index;
        }
    }

    private Handler?[] PaintFinallys(BodyCode code, BasicBlocks blocks)
    {
        var around = new Handler?[blocks.Count];
        foreach (var handler in code.Handlers.Where(handler => handler.IsFinally).OrderByDescending(handler => handler.End - handler.Start))
        {
            for (var block = blocks.Of(handler.Start); block < blocks.Count && blocks.Start(block) < handler.End && painted++ < MostPainted; block++)
                around[block] = handler;
        }

        return around;
    }
}
