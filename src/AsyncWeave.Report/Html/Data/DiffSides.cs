using AsyncWeave.Model;
using AsyncWeave.Report.Diff;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Html.Data;

/// <summary>A diff as two reports for each assembly, with the changed methods only, and the pairs that they form.</summary>
internal sealed class DiffSides
{
    private readonly List<AssemblyReport> reports = [];
    private readonly List<(ChangeKind Kind, int Report, int? Old, int? New)> pairs = [];

    public DiffSides(ReportDiff diff)
    {
        foreach (var assembly in diff.Assemblies.Where(a => a is { Old: not null, New: not null }))
            Add(assembly.Old!, assembly.New!, assembly.Changes);
    }

    /// <summary>By twos: before, after.</summary>
    public IReadOnlyList<AssemblyReport> Reports => reports;

    /// <summary>In the order of the diff: <c>[kind, number of the report before, method before, method after]</c>.</summary>
    public void WriteChanges(JsonTextWriter json)
    {
        json.Name("changes");
        json.StartArray();
        foreach (var (kind, report, old, now) in pairs)
        {
            json.StartArray();
            json.String(EnumNames<ChangeKind>.Of(kind));
            json.Number(report);
            json.Number(old);
            json.Number(now);
            json.EndArray();
        }

        json.EndArray();
    }

    private void Add(AssemblyReport old, AssemblyReport now, IReadOnlyList<MethodChange> changes)
    {
        var before = new List<MethodReport>();
        var after = new List<MethodReport>();
        foreach (var change in changes)
        {
            pairs.Add((change.Kind, reports.Count, Placed(before, change.Old), Placed(after, change.New)));
        }

        reports.Add(old with { Methods = before, Diagnostics = [] });
        reports.Add(now with { Methods = after, Diagnostics = [] });
    }

    private static int? Placed(List<MethodReport> methods, MethodReport? method)
    {
        if (method is null)
            return null;
        methods.Add(method);
        return methods.Count - 1;
    }
}
