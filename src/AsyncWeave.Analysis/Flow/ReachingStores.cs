namespace AsyncWeave.Analysis.Flow;

/// <summary>Which of several stores into a slot leads to a read: optimised code lets variables of disjoint scopes share a slot.</summary>
internal sealed class ReachingStores(FlowGraph graph, BasicBlocks blocks, TraceBuffers buffers)
{
    // From an enumerator's store to its MoveNextAsync lies the body of one loop; the bound is for bodies without end.
    private const int Furthest = 4_000;

    // By block one more than the slot's last store in it, by node the search that has seen it; both are asked only where several stores are.
    private int[]? lastIn;
    private int[]? seenIn;
    private int[]? ahead;
    private int search;

    /// <param name="stores">In layout order; none stands in the reader's block in front of it.</param>
    /// <returns>-1 where several do.</returns>
    public int OnlyOne(List<int> stores, int reader)
    {
        lastIn ??= buffers.Zeros(blocks.Count);
        foreach (var store in stores)
            lastIn[blocks.Of(store)] = store + 1;
        var only = Search(lastIn, reader);
        foreach (var store in stores)
            lastIn[blocks.Of(store)] = 0;
        return only;
    }

    private int Search(int[] lastIn, int reader)
    {
        seenIn ??= buffers.Zeros(graph.Count);
        ahead ??= buffers.Any(graph.Count);
        search++;
        var (only, seen, waiting) = (-1, 0, 0);
        for (var node = graph.LastOf(blocks.Of(reader)); node >= 0; node = graph.Before(node))
            PushPredecessors(node);
        while (waiting > 0 && seen < Furthest)
        {
            var node = ahead[--waiting];
            seen++;
            var block = graph.Block(node);
            var store = graph.IsRange(node) ? -1 : lastIn[block] - 1;
            if (store < 0)
                PushPredecessors(node);
            else if (only >= 0 && only != store)
                return -1;
            else
                only = store;
        }

        return waiting > 0 ? -1 : only;

        void PushPredecessors(int node)
        {
            foreach (var predecessor in graph.Predecessors.Of(node))
            {
                if (seenIn[predecessor] == search)
                    continue;
                seenIn[predecessor] = search;
                ahead[waiting++] = predecessor;
            }
        }
    }
}
