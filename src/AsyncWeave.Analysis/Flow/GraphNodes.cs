namespace AsyncWeave.Analysis.Flow;

/// <summary>The nodes and edges of a graph while it is drawn.</summary>
/// <param name="blocks">Number of blocks and ranges.</param>
internal sealed class GraphNodes(int blocks, TraceBuffers buffers)
{
    // By bucket the newest of its nodes, by node the next older one, both one higher than the node. Nearly all nodes stand in context 0, and then the bucket is the block's own.
    private readonly int[] newest = buffers.Zeros(blocks);
    private int[] older = buffers.Any(blocks);
    private int[] contexts = buffers.Any(blocks);

    public int Count { get; private set; }

    /// <summary>By node; longer than there are nodes.</summary>
    public int[] Blocks { get; private set; } = buffers.Any(blocks);

    public int Edges { get; private set; }

    /// <summary>By edge the node that it leaves; longer than there are edges.</summary>
    public int[] EdgesFrom { get; private set; } = buffers.Any(2 * blocks);

    /// <summary>By edge the node that it leads to; longer than there are edges.</summary>
    public int[] EdgesTo { get; private set; } = buffers.Any(2 * blocks);

    public int Context(int node) => contexts[node];

    /// <summary>The node of a block in a context, made where there is none yet.</summary>
    public int Of(int block, int context)
    {
        for (var node = newest[Bucket(block, context)] - 1; node >= 0; node = older[node] - 1)
        {
            if (Blocks[node] == block && contexts[node] == context)
                return node;
        }

        return Add(block, context);
    }

    public void Join(int from, int to)
    {
        if (Edges == EdgesFrom.Length || Edges == EdgesTo.Length)
        {
            EdgesFrom = Longer(EdgesFrom);
            EdgesTo = Longer(EdgesTo);
        }

        EdgesFrom[Edges] = from;
        EdgesTo[Edges++] = to;
    }

    private int Add(int block, int context)
    {
        if (Count == Blocks.Length || Count == contexts.Length || Count == older.Length)
        {
            Blocks = Longer(Blocks);
            contexts = Longer(contexts);
            older = Longer(older);
        }

        Blocks[Count] = block;
        contexts[Count] = context;
        older[Count] = newest[Bucket(block, context)];
        newest[Bucket(block, context)] = Count + 1;
        return Count++;
    }

    private int Bucket(int block, int context) => context == 0 ? block : (int)((block + (7919L * context)) % blocks);

    private static int[] Longer(int[] array)
    {
        Array.Resize(ref array, 2 * array.Length + 8);
        return array;
    }
}
