namespace AsyncWeave.Analysis.Flow;

/// <summary>Numbers the contexts that nodes stand in; context 0 knows nothing.</summary>
internal sealed class ContextTable
{
    private readonly List<IReadOnlyList<(int Slot, long Value)>> contexts = [[]];
    private readonly Dictionary<IReadOnlyList<(int Slot, long Value)>, int> numbers = new(SameValues.Instance);

    public IReadOnlyList<(int Slot, long Value)> this[int context] => contexts[context];

    public int With(int context, int slot, long value) =>
        Number([.. contexts[context].Where(known => known.Slot != slot).Append((Slot: slot, Value: value)).OrderBy(known => known.Slot)]);

    public int Without(int context, int slot) => Number([.. contexts[context].Where(known => known.Slot != slot)]);

    /// <param name="values">Not changed afterwards.</param>
    public int Number(IReadOnlyList<(int Slot, long Value)> values)
    {
        if (values.Count == 0)
            return 0;
        if (numbers.TryGetValue(values, out var number))
            return number;
        contexts.Add(values);
        return numbers[values] = contexts.Count - 1;
    }

    private sealed class SameValues : IEqualityComparer<IReadOnlyList<(int Slot, long Value)>>
    {
        public static SameValues Instance { get; } = new();

        public bool Equals(IReadOnlyList<(int Slot, long Value)>? left, IReadOnlyList<(int Slot, long Value)>? right) =>
            ReferenceEquals(left, right) || (left is not null && right is not null && left.SequenceEqual(right));

        public int GetHashCode(IReadOnlyList<(int Slot, long Value)> values)
        {
            var hash = values.Count;
            for (var i = 0; i < values.Count; i++)
                hash = unchecked((hash * 31 + values[i].Slot) * 31 + values[i].Value.GetHashCode());
            return hash;
        }
    }
}
