namespace AsyncWeave.Analysis.Flow;

/// <summary>The graph of a body with what it was drawn from.</summary>
internal sealed record SourceGraph(FlowGraph Graph, BasicBlocks Blocks, ProtectedRanges Ranges, IReadOnlyList<MovedHandler> Moved)
{
    // A context for each way through each finally is a few more nodes than blocks; past this the contexts are given up.
    private const int MostNodesPerBlock = 6;

    public static SourceGraph Draw(TracedBody body, IReadOnlyList<Cut> cuts, IReadOnlyCollection<int> stateSlots, IEnumerable<int> entries)
    {
        var blocks = new BasicBlocks(body.Code, cuts);
        var ranges = new ProtectedRanges(body.Code, blocks);
        var moved = MovedHandlerFinder.Find(body, cuts);
        var starts = entries.ToList();
        if (body.Code.Handlers.Count < 2 && stateSlots.Count > 0)
            return new SourceGraph(Build(null, int.MaxValue)!, blocks, ranges, moved); // only the builder's own catch: no contexts to tell apart

        var plain = moved.Count == 0 ? null : Build(null, int.MaxValue);
        var branchSlots = plain is null ? BranchSlots.None : BranchSlotFinder.Find(body, moved, stateSlots, plain, blocks, ranges);
        var graph = Build(branchSlots, MostNodesPerBlock * (blocks.Count + ranges.Ranges.Count) + 64) ?? plain ?? Build(null, int.MaxValue)!;
        return new SourceGraph(graph, blocks, ranges, moved);

        FlowGraph? Build(BranchSlots? slots, int mostNodes) =>
            GraphBuilder.Build(body.Code, blocks, ranges, new BlockRunner(body.Code, blocks, ranges, body.SlotOf, stateSlots, slots), cuts, starts, mostNodes);
    }
}
