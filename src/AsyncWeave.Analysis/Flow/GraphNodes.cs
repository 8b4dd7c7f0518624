namespace AsyncWeave.Analysis.Flow;

/// <summary>The nodes and edges of a graph, in the order in which they are drawn.</summary>
/// <param name="blocks">Number of blocks and ranges.</param>
internal sealed class GraphNodes(int blocks, TraceBuffers buffers)
{
    // One higher than the node, so that zeros say there is none. Nearly all nodes stand in context 0, whose bucket is the block's number.
    private readonly int[] lastOfBucket = buffers.Zeros(blocks);
    private readonly int[] lastOfBlock = buffers.Zeros(blocks);
    private int[] beforeInBucket = buffers.Any(2 * blocks);
    private int[] beforeInBlock = buffers.Any(2 * blocks);
    private int[] contexts = buffers.Any(2 * blocks);
    private int[] firstEdges = buffers.Any(2 * blocks);
    private int[] blockOf = buffers.Any(2 * blocks);
    private readonly int buckets = blocks;
    private int capacity = 2 * blocks;
    private int[] edgesFrom = buffers.Any(4 * blocks);
    private int[] edgesTo = buffers.Any(4 * blocks);

    public int Count { get; private set; }

    public int Edges { get; private set; }

    public int Block(int node) => blockOf[node];

    public int Context(int node) => contexts[node];

    /// <summary>The node of a block that was drawn last; negative where there is none.</summary>
    public int LastOf(int block) => lastOfBlock[block] - 1;

    /// <summary>The node of the same block that was drawn before; negative where there is none.</summary>
    public int Before(int node) => beforeInBlock[node] - 1;

    /// <summary>Place of a node's first edge; those of the next node follow its own.</summary>
    public int FirstEdge(int node) => node < Count ? firstEdges[node] : Edges;

    public int EdgeTo(int edge) => edgesTo[edge];

    public Adjacency Predecessors() => new(Count, edgesTo, edgesFrom, Edges, buffers);

    /// <summary>The node of a block in a context, made where there is none yet.</summary>
    public int Of(int block, int context)
    {
        var bucket = context == 0 ? block : (int)((block + (7919L * context)) % buckets);
        for (var node = lastOfBucket[bucket] - 1; node >= 0; node = beforeInBucket[node] - 1)
        {
            if (blockOf[node] == block && contexts[node] == context)
                return node;
        }

        return Add(block, context, bucket);
    }

    /// <summary>Says that the next edges leave a node: nodes are left in the order of their numbers.</summary>
    public void Leave(int node) => firstEdges[node] = Edges;

    public void Join(int from, int to)
    {
        if (Edges == edgesFrom.Length || Edges == edgesTo.Length)
        {
            Array.Resize(ref edgesFrom, (2 * Edges) + 8);
            Array.Resize(ref edgesTo, (2 * Edges) + 8);
        }

        edgesFrom[Edges] = from;
        edgesTo[Edges++] = to;
    }

    private int Add(int block, int context, int bucket)
    {
        if (Count == capacity)
            Grow();
        blockOf[Count] = block;
        contexts[Count] = context;
        beforeInBucket[Count] = lastOfBucket[bucket];
        beforeInBlock[Count] = lastOfBlock[block];
        lastOfBucket[bucket] = lastOfBlock[block] = Count + 1;
        return Count++;
    }

    private void Grow()
    {
        capacity = (2 * capacity) + 8;
        Array.Resize(ref beforeInBucket, capacity);
        Array.Resize(ref beforeInBlock, capacity);
        Array.Resize(ref contexts, capacity);
        Array.Resize(ref firstEdges, capacity);
        Array.Resize(ref blockOf, capacity);
    }
}
