namespace AsyncWeave.Analysis.Flow;

/// <summary>Where a slot's value is still needed, one slot at a time: from its reads backwards to its writes.</summary>
/// <remarks>
/// Sparse on purpose: a slot costs the part of the graph over which it lives, and the room is one stamp for each block and node,
/// where bitsets over all slots would take slots × blocks of a body with thousands of each.
/// </remarks>
internal sealed class Liveness(FlowGraph graph, BasicBlocks blocks, TraceBuffers buffers)
{
    private const int NoWrite = int.MaxValue;

    private readonly int[] firstUseStamp = buffers.Zeros(blocks.Count);
    private readonly int[] firstWrite = buffers.Any(blocks.Count);
    private readonly int[] visited = buffers.Zeros(graph.Count);
    private readonly int[] live = buffers.Any(graph.Count);
    private int count;
    private int stamp;

    /// <summary>The nodes at whose start the slot is needed; valid until the next call.</summary>
    /// <param name="uses">All uses of one slot, in layout order.</param>
    public ReadOnlySpan<int> LiveAtStart(UseRange uses)
    {
        stamp++;
        count = 0;
        foreach (var use in uses)
            Note(blocks.Of(use.Instruction), use);
        for (var next = 0; next < count; next++)
            Spread(live[next]);
        return new ReadOnlySpan<int>(live, 0, count);
    }

    private void Note(int block, SlotUse use)
    {
        if (firstUseStamp[block] == stamp)
            return;
        firstUseStamp[block] = stamp;
        firstWrite[block] = use.IsWrite ? use.Instruction : NoWrite;
        if (use.IsWrite)
            return;
        for (var node = graph.LastOf(block); node >= 0; node = graph.Before(node))
            Mark(node);
    }

    private void Spread(int node)
    {
        var byException = graph.IsRange(node);
        foreach (var predecessor in graph.Predecessors.Of(node))
        {
            if (graph.IsRange(predecessor) || !IsOverwritten(graph.Block(predecessor), byException))
                Mark(predecessor);
        }
    }

    // An exception can leave a block before it has written.
    private bool IsOverwritten(int block, bool byException) =>
        firstUseStamp[block] == stamp && firstWrite[block] < (byException ? graph.FirstThrow(block) : NoWrite);

    private void Mark(int node)
    {
        if (visited[node] == stamp)
            return;
        visited[node] = stamp;
        live[count++] = node;
    }
}
