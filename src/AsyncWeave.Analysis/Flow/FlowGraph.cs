namespace AsyncWeave.Analysis.Flow;

/// <summary>The body as its author wrote it: no dispatch, every suspension joined to its resume point.</summary>
/// <remarks>
/// A node is a block in a <em>context</em>: the values of the compiler's own branch variables, so that a <c>return</c> that runs
/// through a rewritten <c>finally</c> does not come out where a <c>continue</c> does. Behind the blocks stand one node for each protected range,
/// through which its exceptions pass.
/// </remarks>
internal sealed class FlowGraph(int blocks, GraphNodes nodes, int[] firstThrow)
{
    public int Count => nodes.Count;

    public Adjacency Predecessors { get; } = nodes.Predecessors();

    /// <summary>Place of a node's first edge; those of the next node follow its own.</summary>
    public int FirstEdge(int node) => nodes.FirstEdge(node);

    /// <summary>The node that an edge leads to.</summary>
    public int EdgeTo(int edge) => nodes.EdgeTo(edge);

    /// <summary>A block's node that was drawn last; negative where the block is never reached.</summary>
    public int LastOf(int block) => nodes.LastOf(block);

    /// <summary>The node of the same block that was drawn before; negative where there is none.</summary>
    public int Before(int node) => nodes.Before(node);

    /// <summary>Block of a node; of a protected range's node a number behind all blocks.</summary>
    public int Block(int node) => nodes.Block(node);

    /// <summary>The first instruction of a block that can raise an exception.</summary>
    public int FirstThrow(int block) => firstThrow[block];

    public bool IsRange(int node) => nodes.Block(node) >= blocks;
}
