namespace AsyncWeave.Analysis.Flow;

/// <summary>Which of several stores into a slot leads to a read: optimised code lets variables of disjoint scopes share a slot.</summary>
internal sealed class ReachingStores(FlowGraph graph, BasicBlocks blocks)
{
    // From an enumerator's store to its MoveNextAsync lies the body of one loop; the bound is for bodies without end.
    private const int Furthest = 4_000;

    /// <param name="stores">In layout order; none stands in the reader's block in front of it.</param>
    /// <returns>-1 where several do.</returns>
    public int OnlyOne(IReadOnlyList<int> stores, int reader)
    {
        var lastIn = new Dictionary<int, int>();
        foreach (var store in stores)
            lastIn[blocks.Of(store)] = store;

        var only = -1;
        var seen = new HashSet<int>();
        var ahead = new Stack<int>();
        foreach (var node in graph.Nodes.Of(blocks.Of(reader)))
            PushPredecessors(node);
        while (ahead.Count > 0 && seen.Count < Furthest)
        {
            var node = ahead.Pop();
            if (!seen.Add(node))
                continue;
            if (!lastIn.TryGetValue(graph.Block(node), out var store)) // a range's number is no block's
                PushPredecessors(node);
            else if (only >= 0 && only != store)
                return -1;
            else
                only = store;
        }

        return ahead.Count > 0 ? -1 : only;

        void PushPredecessors(int node)
        {
            foreach (var predecessor in graph.Predecessors.Of(node))
                ahead.Push(predecessor);
        }
    }
}
