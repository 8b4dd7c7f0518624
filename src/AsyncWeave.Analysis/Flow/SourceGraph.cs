namespace AsyncWeave.Analysis.Flow;

/// <summary>The graph of a body with what it was drawn from.</summary>
internal sealed record SourceGraph(FlowGraph Graph, BasicBlocks Blocks, ProtectedRanges Ranges, List<MovedHandler> Moved)
{
    // A context for each way through each finally is a few more nodes than blocks; past this the contexts are given up.
    private const int MostNodesPerBlock = 6;

    public static SourceGraph Draw(TracedBody body, List<Cut> cuts, List<int> stateSlots, List<int> entries)
    {
        var blocks = new BasicBlocks(body.Code, cuts, body.Buffers);
        var ranges = new ProtectedRanges(body.Code, blocks, body.Buffers);
        var moved = MovedHandlerFinder.Find(body, cuts);
        var firstThrows = ThrowingCode.FirstOf(body.Code, blocks, body.SlotOf, body.Buffers);
        if (moved.Count == 0 && !ranges.AnyFinally)
            return new SourceGraph(Build(null, int.MaxValue)!, blocks, ranges, moved); // no contexts to tell apart

        var plain = moved.Count == 0 ? null : Build(null, int.MaxValue);
        var branchSlots = plain is null ? BranchSlots.None : BranchSlotFinder.Find(body, moved, stateSlots, plain, blocks, ranges);
        var graph = Build(branchSlots, MostNodesPerBlock * (blocks.Count + ranges.Ranges.Length) + 64) ?? plain ?? Build(null, int.MaxValue)!;
        return new SourceGraph(graph, blocks, ranges, moved);

        FlowGraph? Build(BranchSlots? slots, int mostNodes) =>
            GraphBuilder.Build(body.Code, blocks, ranges, new BlockRunner(body, blocks, ranges, stateSlots, slots, firstThrows), cuts, entries, mostNodes, body.Buffers);
    }
}
