namespace AsyncWeave.Analysis.Flow;

/// <summary>Numbers the contexts that nodes stand in; context 0 knows nothing.</summary>
/// <remarks>A context is put together behind the last one, and stays there only when it is new: walking a graph asks for the same few again and again.</remarks>
internal sealed class ContextTable
{
    private const int Buckets = 64;

    private readonly int[] newestOfHash;

    // By context, the one that is being put together included: where its values start, and the next older one with the same hash.
    private int[] starts;
    private int[] older;
    private int count = 1;

    // By value of a context: whose it is, and what.
    private int[] slots;
    private long[] values = new long[16];
    private int end;

    public ContextTable(TraceBuffers buffers)
    {
        newestOfHash = buffers.Zeros(Buckets);
        starts = buffers.Any(16);
        older = buffers.Any(16);
        slots = buffers.Any(values.Length);
        starts[0] = starts[1] = 0;
    }

    /// <summary>Index of a context's first value; they stand in the order of their slots.</summary>
    public int Start(int context) => starts[context];

    /// <summary>Exclusive.</summary>
    public int End(int context) => starts[context + 1];

    public int Slot(int value) => slots[value];

    public long Value(int value) => values[value];

    public void StartDraft() => end = starts[count];

    /// <param name="slot">Behind those added so far.</param>
    public void Add(int slot, long value)
    {
        if (end == values.Length || end == slots.Length)
        {
            Array.Resize(ref slots, 2 * end + 16);
            Array.Resize(ref values, 2 * end + 16);
        }

        slots[end] = slot;
        values[end++] = value;
    }

    /// <summary>The number of the draft.</summary>
    public int Number()
    {
        if (end == starts[count])
            return 0;
        var bucket = Hash() & (Buckets - 1);
        for (var context = newestOfHash[bucket]; context > 0; context = older[context])
        {
            if (IsDraft(context))
                return context;
        }

        if (count + 1 >= starts.Length || count >= older.Length)
        {
            Array.Resize(ref starts, 2 * count + 16);
            Array.Resize(ref older, 2 * count + 16);
        }

        older[count] = newestOfHash[bucket];
        starts[count + 1] = end;
        return newestOfHash[bucket] = count++;
    }

    /// <summary>A context with one value more, or another one of that slot.</summary>
    public int With(int context, int slot, long value)
    {
        StartDraft();
        var isAdded = false;
        for (var known = Start(context); known < End(context); known++)
        {
            if (!isAdded && slots[known] >= slot)
            {
                Add(slot, value);
                isAdded = true;
            }

            if (slots[known] != slot)
                Add(slots[known], values[known]);
        }

        if (!isAdded)
            Add(slot, value);
        return Number();
    }

    public int Without(int context, int slot)
    {
        StartDraft();
        for (var known = Start(context); known < End(context); known++)
        {
            if (slots[known] != slot)
                Add(slots[known], values[known]);
        }

        return Number();
    }

    private bool IsDraft(int context)
    {
        var start = Start(context);
        if (End(context) - start != end - starts[count])
            return false;
        for (var i = starts[count]; i < end; i++, start++)
        {
            if (slots[start] != slots[i] || values[start] != values[i])
                return false;
        }

        return true;
    }

    private int Hash()
    {
        var hash = end - starts[count];
        for (var i = starts[count]; i < end; i++)
            hash = unchecked((((hash * 31) + slots[i]) * 31) + (int)(values[i] ^ (values[i] >> 32)));
        return hash ^ (hash >> 8);
    }
}
