namespace AsyncWeave.Analysis.Flow;

/// <summary>The body as its author wrote it: no dispatch, every suspension joined to its resume point.</summary>
/// <remarks>
/// A node is a block in a <em>context</em>: the values of the compiler's own branch variables, so that a <c>return</c> that runs
/// through a rewritten <c>finally</c> does not come out where a <c>continue</c> does. Behind the blocks stand one node for each protected range,
/// through which its exceptions pass.
/// </remarks>
internal sealed class FlowGraph
{
    private readonly int blocks;
    private readonly int[] blockOfNode;
    private readonly int[] firstThrow;

    public FlowGraph(int blocks, GraphNodes nodes, int[] firstThrow, TraceBuffers buffers)
    {
        this.blocks = blocks;
        this.firstThrow = firstThrow;
        Count = nodes.Count;
        blockOfNode = nodes.Blocks;
        Successors = new Adjacency(Count, nodes.EdgesFrom, nodes.EdgesTo, nodes.Edges, buffers);
        Predecessors = new Adjacency(Count, nodes.EdgesTo, nodes.EdgesFrom, nodes.Edges, buffers);
        Nodes = NodesByBlock(buffers);
    }

    public int Count { get; }

    public Adjacency Successors { get; }

    public Adjacency Predecessors { get; }

    /// <summary>The nodes of a block; none where the block is never reached.</summary>
    public Adjacency Nodes { get; }

    /// <summary>Block of a node; of a protected range's node a number behind all blocks.</summary>
    public int Block(int node) => blockOfNode[node];

    /// <summary>The first instruction of a block that can raise an exception.</summary>
    public int FirstThrow(int block) => firstThrow[block];

    public bool IsRange(int node) => blockOfNode[node] >= blocks;

    private Adjacency NodesByBlock(TraceBuffers buffers)
    {
        var (keys, nodes) = (buffers.Any(Count), buffers.Any(Count));
        for (var node = 0; node < Count; node++)
            (keys[node], nodes[node]) = (IsRange(node) ? -1 : blockOfNode[node], node);
        return new Adjacency(blocks, keys, nodes, Count, buffers);
    }
}
