using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Sarif;

internal static class SarifRun
{
    public static void Write(JsonTextWriter json, Content run, int mostResults)
    {
        json.StartObject(lines: true);
        SarifRules.Write(json, run.Tool);
        json.Name("automationDetails");
        json.StartObject();
        json.Member("id", run.AutomationId);
        json.EndObject();
        WriteBase(json);
        json.Member("columnKind", "utf16CodeUnits");
        json.Name("results");
        json.StartArray(lines: true);
        foreach (var finding in WorstFirstWithin(run.Reports, mostResults))
            SarifResult.Write(json, finding);
        json.EndArray();
        json.EndObject();
    }

    private static void WriteBase(JsonTextWriter json)
    {
        json.Name("originalUriBaseIds");
        json.StartObject();
        json.Name(SarifResult.SourceRoot);
        json.StartObject();
        json.Name("description");
        json.StartObject();
        json.Member("text", "The root of the repository.");
        json.EndObject();
        json.EndObject();
        json.EndObject();
    }

    // In the order of the report where all fit; what does not fit is what matters least.
    private static List<IdentifiedFinding> WorstFirstWithin(IReadOnlyList<AssemblyReport> reports, int most)
    {
        var findings = reports.SelectMany(Fingerprint.Of).Where(f => f.Diagnostic.Severity != Severity.None).ToList();
        return findings.Count <= most
            ? findings
            : findings.OrderBy(f => f.Diagnostic.Suppressed).ThenByDescending(f => f.Diagnostic.Severity).Take(most).ToList();
    }

    internal sealed record Content(ToolInfo Tool, string AutomationId, IReadOnlyList<AssemblyReport> Reports);
}
