namespace AsyncWeave.Report.Baselines;

/// <summary>What became of a method's fields, largest first.</summary>
internal sealed record FieldChanges(
    IReadOnlyList<(string Label, int Bytes)> Came,
    IReadOnlyList<(string Label, int Bytes)> Gone,
    IReadOnlyList<(string Label, int Old, int New)> Grown,
    IReadOnlyList<(string Label, int Old, int New)> Shrunk)
{
    /// <summary>Fields of one label are paired in the order of their sizes.</summary>
    public static FieldChanges Between(IReadOnlyList<(string Label, int Bytes)> old, IReadOnlyList<(string Label, int Bytes)> now)
    {
        var came = new List<(string Label, int Bytes)>();
        var gone = new List<(string Label, int Bytes)>();
        var changed = new List<(string Label, int Old, int New)>();
        var before = old.ToLookup(f => f.Label, f => f.Bytes, StringComparer.Ordinal);
        var after = now.ToLookup(f => f.Label, f => f.Bytes, StringComparer.Ordinal);
        foreach (var label in before.Select(g => g.Key).Union(after.Select(g => g.Key), StringComparer.Ordinal))
        {
            var was = before[label].OrderBy(b => b).ToList();
            var @is = after[label].OrderBy(b => b).ToList();
            var both = Math.Min(was.Count, @is.Count);
            changed.AddRange(Enumerable.Range(0, both).Where(i => was[i] != @is[i]).Select(i => (label, was[i], @is[i])));
            gone.AddRange(was.Skip(both).Select(b => (label, b)));
            came.AddRange(@is.Skip(both).Select(b => (label, b)));
        }

        return new FieldChanges(
            LargestFirst(came, f => f.Bytes, f => f.Label),
            LargestFirst(gone, f => f.Bytes, f => f.Label),
            LargestFirst(changed.Where(f => f.New > f.Old), f => f.New - f.Old, f => f.Label),
            LargestFirst(changed.Where(f => f.New < f.Old), f => f.Old - f.New, f => f.Label));
    }

    private static List<T> LargestFirst<T>(IEnumerable<T> fields, Func<T, int> bytes, Func<T, string> label) =>
        fields.OrderByDescending(bytes).ThenBy(label, StringComparer.Ordinal).ToList();
}
