namespace AsyncWeave.Analysis.Flow;

/// <summary>Strongly connected components (Tarjan), without recursion: bodies can be long.</summary>
internal sealed class Cycles
{
    private readonly FlowGraph graph;
    private readonly int[] number;
    private readonly int[] lowest;
    private readonly bool[] onStack;
    private readonly bool[] onCycle;
    private readonly Stack<int> open = new();
    private readonly Stack<(int Node, int Next)> path = new();
    private int numbered;

    private Cycles(FlowGraph graph)
    {
        this.graph = graph;
        number = new int[graph.Count];
        lowest = new int[graph.Count];
        onStack = new bool[graph.Count];
        onCycle = new bool[graph.Count];
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
        while (path.Count > 0)
        {
            var (node, next) = path.Pop();
            if (next == graph.Successors.End(node))
            {
                Close(node);
                continue;
            }

            path.Push((node, next + 1));
            var successor = graph.Successors[next];
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
        open.Push(node);
        onStack[node] = true;
        path.Push((node, graph.Successors.Start(node)));
    }

    private void Close(int node)
    {
        if (path.Count > 0)
            lowest[path.Peek().Node] = Math.Min(lowest[path.Peek().Node], lowest[node]);
        if (lowest[node] != number[node])
            return;
        var alone = open.Peek() == node;
        int member;
        do
        {
            member = open.Pop();
            onStack[member] = false;
            onCycle[member] |= !alone;
        }
        while (member != node);
    }
}
