using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;

namespace AsyncWeave.Report.Diff;

/// <summary>Pairs the assemblies of two reports by name and target framework.</summary>
internal static class AssemblyPairs
{
    public static IReadOnlyList<(AssemblyReport? Old, AssemblyReport? New)> Of(IReadOnlyList<AssemblyReport> old, IReadOnlyList<AssemblyReport> now)
    {
        var pairs = new List<(AssemblyReport? Old, AssemblyReport? New)>();
        foreach (var name in old.Concat(now).Select(r => r.Assembly.Name).Distinct().OrderBy(n => n, StringComparer.Ordinal))
            pairs.AddRange(OfName(old.Where(r => r.Assembly.Name == name).ToList(), now.Where(r => r.Assembly.Name == name).ToList()));
        return pairs;
    }

    private static IEnumerable<(AssemblyReport? Old, AssemblyReport? New)> OfName(List<AssemblyReport> old, List<AssemblyReport> now)
    {
        // A project that went from one framework to the next is still the same project.
        if (old.Count == 1 && now.Count == 1)
            return [(old[0], now[0])];

        var pairs = new List<(AssemblyReport? Old, AssemblyReport? New)>();
        foreach (var framework in old.Concat(now).Select(FrameworkRows.NameOf).Distinct().OrderBy(f => f, StringComparer.Ordinal))
        {
            var before = old.Where(r => FrameworkRows.NameOf(r) == framework).ToList();
            var after = now.Where(r => FrameworkRows.NameOf(r) == framework).ToList();
            for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
                pairs.Add((i < before.Count ? before[i] : null, i < after.Count ? after[i] : null));
        }

        return pairs;
    }
}
