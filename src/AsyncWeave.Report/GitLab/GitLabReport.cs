using AsyncWeave.Model;
using AsyncWeave.Report.Json;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.GitLab;

/// <summary>GitLab's code quality report: a list of findings, without those that are suppressed.</summary>
public static class GitLabReport
{
    public static void Write(Stream output, AssemblyReport report) =>
        Write(output, new ReportSet(report.SchemaVersion, report.Tool, [report], []));

    public static void Write(Stream output, ReportSet set)
    {
        var json = new JsonTextWriter(output);
        json.StartArray(lines: true);
        foreach (var report in set.Reports)
        {
            foreach (var finding in Fingerprint.Of(report).Where(f => !f.Diagnostic.Suppressed && f.Diagnostic.Severity != Severity.None))
                WriteFinding(json, report, finding);
        }

        json.EndArray();
        json.Finish();
    }

    private static void WriteFinding(JsonTextWriter json, AssemblyReport report, IdentifiedFinding finding)
    {
        var diagnostic = finding.Diagnostic;
        json.StartObject();
        json.Member("description", Printable.Of(diagnostic.Message));
        json.Member("check_name", diagnostic.Id);
        json.Member("fingerprint", finding.Fingerprint);
        json.Member("severity", SeverityOf(diagnostic.Severity));
        json.Name("location");
        json.StartObject();
        // A finding must have a path; what stands in no file stands in the assembly.
        json.Member("path", Printable.Of(diagnostic.File ?? report.Assembly.Name + ".dll"));
        json.Name("lines");
        json.StartObject();
        json.Member("begin", Math.Max(1, diagnostic.Line ?? 1));
        json.EndObject();
        json.EndObject();
        json.EndObject();
    }

    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => "critical",
        Severity.Warning => "major",
        Severity.Suggestion => "minor",
        _ => "info",
    };
}
