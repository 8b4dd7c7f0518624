using AsyncWeave.Model;

namespace AsyncWeave.Report.Baselines;

/// <summary>All lines of one target framework, by key.</summary>
internal sealed record FrameworkRows(string Framework, IReadOnlyDictionary<string, BaselineEntry> Entries)
{
    /// <summary>An assembly whose framework nobody knows has lines all the same.</summary>
    public static string NameOf(AssemblyReport report) => report.Assembly.TargetFramework ?? report.Runtime.Framework;

    public static FrameworkRows Measure(AssemblyReport report)
    {
        var entries = new Dictionary<string, BaselineEntry>(StringComparer.Ordinal);
        var keys = MethodKeys.Of(report.Methods);
        for (var i = 0; i < keys.Count; i++)
            entries[keys[i]] = BaselineEntry.Of(keys[i], report.Methods[i]);
        return new FrameworkRows(NameOf(report), entries);
    }

    public static FrameworkRows From(AssemblyBaseline baseline, string framework) => new(framework, baseline.For(framework));

    /// <summary>One line for all frameworks where they agree; lines for one framework only where it differs.</summary>
    public static AssemblyBaseline Join(string architecture, List<FrameworkRows> frameworks)
    {
        frameworks.Sort((a, b) => string.CompareOrdinal(a.Framework, b.Framework));
        var entries = frameworks.SelectMany(f => f.Entries.Keys).Distinct()
            .OrderBy(k => k, StringComparer.Ordinal)
            .SelectMany(key => JoinMethod(key, frameworks))
            .ToList();
        return new AssemblyBaseline(architecture, frameworks.Select(f => f.Framework).ToList(), entries);
    }

    private static IEnumerable<BaselineEntry> JoinMethod(string key, List<FrameworkRows> frameworks)
    {
        var lines = frameworks.Where(f => f.Entries.ContainsKey(key)).Select(f => f.Entries[key] with { Framework = f.Framework, Line = 0 }).ToList();
        // The line for all is the one that most frameworks share; of equals the last one's. A method that some lack has none.
        var common = lines.Count < frameworks.Count
            ? null
            : lines.Select((line, i) => (line.Shape, i)).GroupBy(l => l.Shape).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(l => l.i)).First().Key;
        if (common is not null)
            yield return lines.First(l => l.Shape == common) with { Framework = null };
        foreach (var line in lines.Where(l => l.Shape != common))
            yield return line;
    }
}
