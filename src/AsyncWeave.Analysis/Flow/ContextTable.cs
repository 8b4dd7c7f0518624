namespace AsyncWeave.Analysis.Flow;

/// <summary>Numbers the contexts that nodes stand in; context 0 knows nothing.</summary>
internal sealed class ContextTable
{
    private readonly List<IReadOnlyList<(int Slot, long Value)>> contexts = [[]];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };

    public IReadOnlyList<(int Slot, long Value)> this[int context] => contexts[context];

    public int With(int context, int slot, long value) =>
        Number([.. contexts[context].Where(known => known.Slot != slot).Append((Slot: slot, Value: value)).OrderBy(known => known.Slot)]);

    public int Without(int context, int slot) => Number([.. contexts[context].Where(known => known.Slot != slot)]);

    public int Number(IReadOnlyList<(int Slot, long Value)> values)
    {
        if (values.Count == 0)
            return 0;
        var key = string.Join(";", values.Select(value => FormattableString.Invariant($"{value.Slot}={value.Value}")));
        if (numbers.TryGetValue(key, out var number))
            return number;
        contexts.Add(values);
        return numbers[key] = contexts.Count - 1;
    }
}
