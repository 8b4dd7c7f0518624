using AsyncWeave.Model;

namespace AsyncWeave.Report.Baselines;

/// <summary>A baseline file.</summary>
/// <param name="Assemblies">By name: several projects may share one file.</param>
internal sealed record BaselineDocument(IReadOnlyDictionary<string, AssemblyBaseline> Assemblies)
{
    public static BaselineDocument Empty { get; } = new(new Dictionary<string, AssemblyBaseline>());

    /// <summary>Takes in what reports measure; assemblies and frameworks of which none speaks stay as they are.</summary>
    /// <param name="complete">The reports speak of every framework that their assemblies have today: lines of others go.</param>
    public BaselineDocument Update(IReadOnlyList<AssemblyReport> reports, bool complete)
    {
        var assemblies = new SortedDictionary<string, AssemblyBaseline>(StringComparer.Ordinal);
        foreach (var pair in Assemblies)
            assemblies[pair.Key] = pair.Value;
        foreach (var group in reports.GroupBy(r => r.Assembly.Name))
        {
            assemblies.TryGetValue(group.Key, out var known);
            var measured = group.Select(FrameworkRows.Measure).ToList();
            var kept = known is null || complete || known.Architecture != group.First().Runtime.Architecture
                ? []
                : known.Frameworks.Where(f => measured.All(m => m.Framework != f)).Select(f => FrameworkRows.From(known, f));
            assemblies[group.Key] = FrameworkRows.Join(group.First().Runtime.Architecture, measured.Concat(kept).ToList());
        }

        return new BaselineDocument(assemblies);
    }
}
