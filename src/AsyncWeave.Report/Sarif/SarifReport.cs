using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Sarif;

/// <summary>SARIF 2.1.0 as code scanning services take it: one run for each assembly, so that uploads of several projects stand side by side.</summary>
public static class SarifReport
{
    // What GitHub takes of one file; more would have the whole upload refused.
    private const int MostRuns = 20;
    private const int MostResults = 25_000;

    public static void Write(Stream output, AssemblyReport report) =>
        Write(output, new ReportSet(report.SchemaVersion, report.Tool, [report], []));

    public static void Write(Stream output, ReportSet set)
    {
        var json = new JsonTextWriter(output);
        json.StartObject(lines: true);
        json.Member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.Member("version", "2.1.0");
        json.Name("runs");
        json.StartArray(lines: true);
        foreach (var run in Runs(set))
            SarifRun.Write(json, run, MostResults);
        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    private static IEnumerable<SarifRun.Content> Runs(ReportSet set) => set.Reports.Count <= MostRuns
        ? set.Reports.Select(r => new SarifRun.Content(set.Tool, AutomationId(r), [r]))
        : [new SarifRun.Content(set.Tool, "asyncweave/", set.Reports)];

    private static string AutomationId(AssemblyReport report) =>
        $"asyncweave/{RelativeUri.Of(report.Assembly.Name)}/{report.Assembly.TargetFramework ?? report.Runtime.Framework}/";
}
