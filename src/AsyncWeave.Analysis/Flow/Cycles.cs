namespace AsyncWeave.Analysis.Flow;

/// <summary>Strongly connected components (Tarjan), without recursion: bodies can be long.</summary>
internal sealed class Cycles
{
    private readonly FlowGraph graph;
    private readonly int[] number;
    private readonly int[] lowest;
    private readonly int[] onStack;
    private readonly int[] onCycle;
    private readonly int[] open;
    private readonly int[] path;
    private readonly int[] nextEdge;
    private int opened;
    private int depth;
    private int numbered;

    private Cycles(FlowGraph graph, TraceBuffers buffers)
    {
        this.graph = graph;
        number = buffers.Zeros(graph.Count);
        lowest = buffers.Any(graph.Count);
        onStack = buffers.Zeros(graph.Count);
        onCycle = buffers.Zeros(graph.Count);
        open = buffers.Any(graph.Count);
        path = buffers.Any(graph.Count);
        nextEdge = buffers.Any(graph.Count);
    }

    /// <summary>For each node 1 where it can be reached from itself.</summary>
    public static int[] Find(FlowGraph graph, TraceBuffers buffers)
    {
        var cycles = new Cycles(graph, buffers);
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
            if (nextEdge[node] == graph.FirstEdge(node + 1))
            {
                depth--;
                Close(node);
                continue;
            }

            var successor = graph.EdgeTo(nextEdge[node]++);
            if (number[successor] == 0)
                Enter(successor);
            else if (onStack[successor] > 0)
                lowest[node] = Math.Min(lowest[node], number[successor]);
            if (successor == node)
                onCycle[node] = 1;
        }
    }

    private void Enter(int node)
    {
        number[node] = lowest[node] = ++numbered;
        open[opened++] = node;
        onStack[node] = 1;
        nextEdge[node] = graph.FirstEdge(node);
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
            onStack[member] = 0;
            if (!alone)
                onCycle[member] = 1;
        }
        while (member != node);
    }
}
