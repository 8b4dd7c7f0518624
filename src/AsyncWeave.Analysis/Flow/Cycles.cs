namespace AsyncWeave.Analysis.Flow;

/// <summary>Strongly connected components (Tarjan), without recursion: bodies can be long.</summary>
internal sealed class Cycles
{
    private readonly FlowGraph graph;
    private readonly int[] number;
    private readonly int[] lowest;
    private readonly bool[] onStack;
    private readonly bool[] onCycle;
    private readonly int[] open;
    private readonly int[] path;
    private readonly int[] nextEdge;
    private int opened;
    private int depth;
    private int numbered;

    private Cycles(FlowGraph graph)
    {
        this.graph = graph;
        number = new int[graph.Count];
        lowest = new int[graph.Count];
        onStack = new bool[graph.Count];
        onCycle = new bool[graph.Count];
        open = new int[graph.Count];
        path = new int[graph.Count];
        nextEdge = new int[graph.Count];
    }

    /// <summary>For each node whether it can be reached from itself.</summary>
    public static bool[] Find(FlowGraph graph)
    {
        var cycles = new Cycles(graph);
        for (var node = 0; node < graph.Count; node++)
        {
            if (cycles.number[node] == 0)
                cycles.Search(node);
        }

        return cycles.onCycle;
    }

    private void Search(int root)
    {
        Enter(root);
        while (depth > 0)
        {
            var node = path[depth - 1];
            if (nextEdge[node] == graph.Successors.End(node))
            {
                depth--;
                Close(node);
                continue;
            }

            var successor = graph.Successors[nextEdge[node]++];
            if (number[successor] == 0)
                Enter(successor);
            else if (onStack[successor])
                lowest[node] = Math.Min(lowest[node], number[successor]);
            onCycle[node] |= successor == node;
        }
    }

    private void Enter(int node)
    {
        number[node] = lowest[node] = ++numbered;
        open[opened++] = node;
        onStack[node] = true;
        nextEdge[node] = graph.Successors.Start(node);
        path[depth++] = node;
    }

    private void Close(int node)
    {
        if (depth > 0)
            lowest[path[depth - 1]] = Math.Min(lowest[path[depth - 1]], lowest[node]);
        if (lowest[node] != number[node])
            return;
        var alone = open[opened - 1] == node;
        int member;
        do
        {
            member = open[--opened];
            onStack[member] = false;
            onCycle[member] |= !alone;
        }
        while (member != node);
    }
}
