namespace AsyncWeave.Analysis.Flow;

/// <summary>The nodes and edges of a graph while it is drawn.</summary>
/// <param name="blocks">Number of blocks and ranges.</param>
internal sealed class GraphNodes(int blocks)
{
    // Nearly all nodes stand in context 0: those are found by their block, the others by a table that most bodies never need.
    private readonly int[] plain = new int[blocks];
    private Dictionary<(int Block, int Context), int>? others;
    private int[] contexts = new int[blocks];

    public int Count { get; private set; }

    /// <summary>By node; longer than there are nodes.</summary>
    public int[] Blocks { get; private set; } = new int[blocks];

    public int Edges { get; private set; }

    /// <summary>By edge the node that it leaves; longer than there are edges.</summary>
    public int[] EdgesFrom { get; private set; } = new int[2 * blocks];

    /// <summary>By edge the node that it leads to; longer than there are edges.</summary>
    public int[] EdgesTo { get; private set; } = new int[2 * blocks];

    public int Context(int node) => contexts[node];

    /// <summary>The node of a block in a context, made where there is none yet.</summary>
    public int Of(int block, int context)
    {
        if (context == 0)
            return plain[block] > 0 ? plain[block] - 1 : (plain[block] = Add(block, context) + 1) - 1;
        others ??= [];
        if (!others.TryGetValue((block, context), out var node))
            others[(block, context)] = node = Add(block, context);
        return node;
    }

    public void Join(int from, int to)
    {
        if (Edges == EdgesFrom.Length)
        {
            EdgesFrom = Longer(EdgesFrom);
            EdgesTo = Longer(EdgesTo);
        }

        EdgesFrom[Edges] = from;
        EdgesTo[Edges++] = to;
    }

    private int Add(int block, int context)
    {
        if (Count == Blocks.Length)
        {
            Blocks = Longer(Blocks);
            contexts = Longer(contexts);
        }

        Blocks[Count] = block;
        contexts[Count] = context;
        return Count++;
    }

    private static int[] Longer(int[] array)
    {
        Array.Resize(ref array, 2 * array.Length + 8);
        return array;
    }
}
