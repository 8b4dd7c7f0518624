namespace AsyncWeave.Analysis.Flow;

/// <summary>Lists of numbers by number, in two flat arrays.</summary>
internal sealed class Adjacency
{
    private readonly int[] starts;
    private readonly int[] items;

    public Adjacency(int count, List<(int From, int To)> pairs, Func<(int From, int To), int> key, Func<(int From, int To), int> value)
    {
        starts = new int[count + 1];
        items = new int[pairs.Count];
        foreach (var pair in pairs)
            starts[key(pair) + 1]++;
        for (var i = 0; i < count; i++)
            starts[i + 1] += starts[i];
        var next = (int[])starts.Clone();
        foreach (var pair in pairs)
            items[next[key(pair)]++] = value(pair);
    }

    public ReadOnlySpan<int> Of(int key) => new(items, starts[key], starts[key + 1] - starts[key]);

    public int Start(int key) => starts[key];

    public int End(int key) => starts[key + 1];

    public int this[int position] => items[position];
}
