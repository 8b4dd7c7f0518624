using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Diff;

internal static class AssemblyComparison
{
    public static AssemblyDiff Of((AssemblyReport? Old, AssemblyReport? New) pair)
    {
        // Without a base everything would be new, and without a successor everything gone: neither says anything.
        if (pair.Old is not { } old || pair.New is not { } now)
            return new AssemblyDiff(pair.Old, pair.New, [], 0, []);

        var changes = PairMethods(old, now).Select(p => Change(p.Old, p.New, p.Renamed)).ToList();
        var shown = changes.Where(c => c.Kind != ChangeKind.Unchanged)
            .OrderBy(c => c.Kind)
            .ThenByDescending(c => Math.Abs(c.Bytes))
            .ThenBy(c => (c.New ?? c.Old)!.Id, StringComparer.Ordinal)
            .ToList();
        return new AssemblyDiff(old, now, shown, changes.Count - shown.Count, Comparability.Warnings(old, now));
    }

    private static IEnumerable<(MethodReport? Old, MethodReport? New, bool Renamed)> PairMethods(AssemblyReport old, AssemblyReport now)
    {
        var before = Keyed(old);
        var after = Keyed(now);
        var come = after.Where(m => !before.ContainsKey(m.Key)).Select(m => BaselineEntry.Of(m.Key, m.Value)).ToList();
        var gone = before.Where(m => !after.ContainsKey(m.Key)).Select(m => BaselineEntry.Of(m.Key, m.Value)).ToList();
        var renamed = RenamedMethods.Match(come, gone);
        foreach (var method in after)
        {
            if (before.TryGetValue(method.Key, out var same))
                yield return (same, method.Value, false);
            else if (renamed.TryGetValue(method.Key, out var other))
                yield return (before[other.Key], method.Value, true);
            else
                yield return (null, method.Value, false);
        }

        var moved = new HashSet<string>(renamed.Values.Select(e => e.Key), StringComparer.Ordinal);
        foreach (var entry in gone.Where(e => !moved.Contains(e.Key)))
            yield return (before[entry.Key], null, false);
    }

    private static Dictionary<string, MethodReport> Keyed(AssemblyReport report)
    {
        var methods = new Dictionary<string, MethodReport>(StringComparer.Ordinal);
        var keys = MethodKeys.Of(report.Methods);
        for (var i = 0; i < keys.Count; i++)
            methods[keys[i]] = report.Methods[i];
        return methods;
    }

    private static MethodChange Change(MethodReport? old, MethodReport? now, bool renamed)
    {
        var change = new MethodChange(ChangeKind.Unchanged, old, now) { Fields = FieldsOf(old, now), Awaits = AwaitsOf(old, now) };
        return change with { Kind = KindOf(change, renamed) };
    }

    private static ChangeKind KindOf(MethodChange change, bool renamed)
    {
        if (change.Old is null)
            return ChangeKind.New;
        if (change.New is null)
            return ChangeKind.Gone;
        if (renamed)
            return ChangeKind.Renamed;
        // A state machine that shrank while its suspension grew is a growth: what costs more is what a reviewer must see.
        if (change.SizeDelta > 0 || change.SuspensionDelta > 0)
            return ChangeKind.Grown;
        if (change.SizeDelta < 0 || change.SuspensionDelta < 0)
            return ChangeKind.Shrunk;
        return change.Awaits.Count + change.Fields.Count > 0 || change.Old.Kind != change.New.Kind ? ChangeKind.Changed : ChangeKind.Unchanged;
    }

    private static List<FieldChange> FieldsOf(MethodReport? old, MethodReport? now)
    {
        var changes = FieldChanges.Between(old is null ? [] : FieldFacts.All(old), now is null ? [] : FieldFacts.All(now));
        return changes.Came.Select(f => new FieldChange(f.Label, null, f.Bytes))
            .Concat(changes.Grown.Select(f => new FieldChange(f.Label, f.Old, f.New)))
            .Concat(changes.Gone.Select(f => new FieldChange(f.Label, f.Bytes, null)))
            .Concat(changes.Shrunk.Select(f => new FieldChange(f.Label, f.Old, f.New)))
            .ToList();
    }

    private static List<AwaitChange> AwaitsOf(MethodReport? old, MethodReport? now)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Count(MethodReport? method, int step)
        {
            foreach (var point in method?.Awaits ?? [])
            {
                var operation = point.Operation is { } call ? TypeNames.ShortOperation(call) : point.Awaiter is { } awaiter ? TypeNames.Short(awaiter) : "dynamic";
                counts[operation] = (counts.TryGetValue(operation, out var count) ? count : 0) + step;
            }
        }

        Count(old, -1);
        Count(now, 1);
        return counts.Where(c => c.Value != 0).Select(c => new AwaitChange(c.Key, c.Value)).ToList();
    }
}
