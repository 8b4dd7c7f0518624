namespace AsyncWeave.Analysis.Flow;

/// <summary>Where a slot's value is still needed, one slot at a time: from its reads backwards to its writes.</summary>
/// <remarks>
/// Sparse on purpose: a slot costs the part of the graph over which it lives, and the room is one stamp for each block and node,
/// where bitsets over all slots would take slots × blocks of a body with thousands of each.
/// </remarks>
internal sealed class Liveness(FlowGraph graph, BasicBlocks blocks)
{
    private readonly int[] firstUseStamp = new int[blocks.Count];
    private readonly bool[] firstUseIsWrite = new bool[blocks.Count];
    private readonly int[] visited = new int[graph.Count];
    private readonly Stack<int> ahead = new();
    private readonly List<int> live = [];
    private int stamp;

    /// <summary>The nodes at whose start the slot is needed; valid until the next call.</summary>
    /// <param name="uses">All uses of one slot, in layout order.</param>
    public IReadOnlyList<int> LiveAtStart(IEnumerable<SlotUse> uses)
    {
        stamp++;
        live.Clear();
        foreach (var use in uses)
            Note(blocks.Of(use.Instruction), use.IsWrite);
        while (ahead.Count > 0)
            Spread(ahead.Pop());
        return live;
    }

    private void Note(int block, bool isWrite)
    {
        if (firstUseStamp[block] == stamp)
            return;
        firstUseStamp[block] = stamp;
        firstUseIsWrite[block] = isWrite;
        if (isWrite)
            return;
        foreach (var node in graph.Nodes.Of(block))
            Mark(node);
    }

    private void Spread(int node)
    {
        var byException = graph.IsRange(node);
        foreach (var predecessor in graph.Predecessors.Of(node))
        {
            // An exception can leave a block before it has written.
            if (byException || graph.IsRange(predecessor) || !WritesFirst(graph.Block(predecessor)))
                Mark(predecessor);
        }
    }

    private bool WritesFirst(int block) => firstUseStamp[block] == stamp && firstUseIsWrite[block];

    private void Mark(int node)
    {
        if (visited[node] == stamp)
            return;
        visited[node] = stamp;
        live.Add(node);
        ahead.Push(node);
    }
}
