namespace AsyncWeave.Analysis.Flow;

/// <summary>Lists of numbers by number, in two flat arrays.</summary>
internal sealed class Adjacency
{
    private readonly int[] starts;
    private readonly int[] items;

    /// <summary>No lists at all.</summary>
    public static Adjacency None { get; } = new(0, [], [], 0, new TraceBuffers());

    /// <param name="keys">With <paramref name="values"/> the pairs; a negative key's is left out.</param>
    /// <param name="pairs">How many there are in the arrays.</param>
    public Adjacency(int count, int[] keys, int[] values, int pairs, TraceBuffers buffers)
    {
        starts = buffers.Zeros(count + 1);
        var kept = 0;
        for (var i = 0; i < pairs; i++)
        {
            if (keys[i] < 0)
                continue;
            starts[keys[i]]++;
            kept++;
        }

        for (var key = 0; key < count; key++)
            starts[key + 1] += starts[key];
        items = buffers.Any(kept);
        // From the back, each key's end moving down to its start: the order of its values stays.
        for (var i = pairs - 1; i >= 0; i--)
        {
            if (keys[i] >= 0)
                items[--starts[keys[i]]] = values[i];
        }
    }

    public ReadOnlySpan<int> Of(int key) => new(items, starts[key], starts[key + 1] - starts[key]);
}
