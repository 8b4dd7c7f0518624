namespace AsyncWeave.Analysis.Flow;

/// <summary>The graph of a body with what it was drawn from.</summary>
internal sealed record SourceGraph(FlowGraph Graph, BasicBlocks Blocks, IReadOnlyList<MovedHandler> Moved)
{
    // A context for each way through each finally is a few more nodes than blocks; past this the contexts are given up.
    private const int MostNodesPerBlock = 6;

    public static SourceGraph Draw(TracedBody body, IReadOnlyList<Cut> cuts, IReadOnlyCollection<int> stateSlots, IEnumerable<int> entries)
    {
        var blocks = new BasicBlocks(body.Code, cuts);
        var ranges = new ProtectedRanges(body.Code, blocks);
        var moved = MovedHandlerFinder.Find(body);
        var starts = entries.ToList();
        var plain = Build(BranchSlots.None, int.MaxValue)!;
        if (moved.Count == 0)
            return new SourceGraph(plain, blocks, moved);

        var branchSlots = BranchSlotFinder.Find(body, moved, plain, blocks, ranges);
        return new SourceGraph(Build(branchSlots, MostNodesPerBlock * (blocks.Count + ranges.Ranges.Count) + 64) ?? plain, blocks, moved);

        FlowGraph? Build(BranchSlots slots, int mostNodes) =>
            GraphBuilder.Build(body.Code, blocks, ranges, new BlockRunner(body.Code, blocks, body.SlotOf, stateSlots, slots), cuts, starts, mostNodes);
    }
}
