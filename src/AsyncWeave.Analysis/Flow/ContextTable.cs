namespace AsyncWeave.Analysis.Flow;

/// <summary>Numbers the contexts that nodes stand in; context 0 knows nothing.</summary>
/// <remarks>A context is put together in a draft, and copied only when it is a new one: walking a graph asks for the same few again and again.</remarks>
internal sealed class ContextTable
{
    private readonly List<ContextValue[]> contexts = [[]];
    private readonly Dictionary<int, int> newestOfHash = [];
    private readonly List<int> olderOfSameHash = [0];
    private readonly List<ContextValue> draft = [];

    /// <summary>By slot.</summary>
    public ReadOnlySpan<ContextValue> this[int context] => contexts[context];

    public void StartDraft() => draft.Clear();

    /// <param name="value">Of a slot behind those added so far.</param>
    public void Add(ContextValue value) => draft.Add(value);

    /// <summary>The number of the draft.</summary>
    public int Number()
    {
        if (draft.Count == 0)
            return 0;
        var hash = Hash();
        newestOfHash.TryGetValue(hash, out var newest);
        for (var context = newest; context > 0; context = olderOfSameHash[context])
        {
            if (IsDraft(contexts[context]))
                return context;
        }

        contexts.Add([.. draft]);
        olderOfSameHash.Add(newest);
        return newestOfHash[hash] = contexts.Count - 1;
    }

    public int With(int context, ContextValue added)
    {
        StartDraft();
        var isAdded = false;
        foreach (var known in this[context])
        {
            if (!isAdded && known.Slot >= added.Slot)
            {
                Add(added);
                isAdded = true;
            }

            if (known.Slot != added.Slot)
                Add(known);
        }

        if (!isAdded)
            Add(added);
        return Number();
    }

    public int Without(int context, int slot)
    {
        StartDraft();
        foreach (var known in this[context])
        {
            if (known.Slot != slot)
                Add(known);
        }

        return Number();
    }

    private bool IsDraft(ContextValue[] context)
    {
        if (context.Length != draft.Count)
            return false;
        for (var i = 0; i < context.Length; i++)
        {
            if (context[i] != draft[i])
                return false;
        }

        return true;
    }

    private int Hash()
    {
        var hash = draft.Count;
        for (var i = 0; i < draft.Count; i++)
            hash = unchecked((hash * 31 + draft[i].Slot) * 31 + draft[i].Value.GetHashCode());
        return hash;
    }
}
