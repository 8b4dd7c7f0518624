namespace AsyncWeave.Analysis.Flow;

/// <summary>The body as its author wrote it: no dispatch, every suspension joined to its resume point.</summary>
/// <remarks>
/// A node is a block in a <em>context</em>: the values of the compiler's own branch variables, so that a <c>return</c> that runs
/// through a rewritten <c>finally</c> does not come out where a <c>continue</c> does. Behind the blocks stand one node for each protected range,
/// through which its exceptions pass.
/// </remarks>
internal sealed class FlowGraph
{
    private readonly List<int> blockOfNode;
    private readonly int blocks;
    private readonly int[] firstThrow;

    public FlowGraph(int blocks, List<int> blockOfNode, List<(int From, int To)> edges, int[] firstThrow)
    {
        this.blocks = blocks;
        this.firstThrow = firstThrow;
        this.blockOfNode = blockOfNode;
        Successors = new Adjacency(blockOfNode.Count, edges, edge => edge.From, edge => edge.To);
        Predecessors = new Adjacency(blockOfNode.Count, edges, edge => edge.To, edge => edge.From);
        var nodesOfBlock = blockOfNode.Select((block, node) => (block, node)).Where(pair => pair.block < blocks).ToList();
        Nodes = new Adjacency(blocks, nodesOfBlock, pair => pair.Item1, pair => pair.Item2);
    }

    public int Count => blockOfNode.Count;

    public Adjacency Successors { get; }

    public Adjacency Predecessors { get; }

    /// <summary>The nodes of a block; none where the block is never reached.</summary>
    public Adjacency Nodes { get; }

    /// <summary>Block of a node; of a protected range's node a number behind all blocks.</summary>
    public int Block(int node) => blockOfNode[node];

    /// <summary>The first instruction of a block that can raise an exception.</summary>
    public int FirstThrow(int block) => firstThrow[block];

    public bool IsRange(int node) => blockOfNode[node] >= blocks;
}
