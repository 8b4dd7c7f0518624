using AsyncWeave.Model;
using AsyncWeave.Report.GitLab;
using AsyncWeave.Report.Html;
using AsyncWeave.Report.Json;
using AsyncWeave.Report.Markdown;
using AsyncWeave.Report.Sarif;

namespace AsyncWeave.Tasks;

/// <summary>The writers by the names that <c>AsyncWeaveReportFormats</c> has for them.</summary>
internal static class ReportFormats
{
    private static readonly Dictionary<string, Action<Stream, AssemblyReport>> Writers = new(StringComparer.Ordinal)
    {
        ["json"] = ReportJson.Write,
        ["html"] = (stream, report) => HtmlReport.Write(stream, report),
        ["sarif"] = SarifReport.Write,
        ["markdown"] = (stream, report) => MarkdownReport.Write(stream, report),
        ["gitlab"] = GitLabReport.Write,
    };

    public static string Names => string.Join(", ", Writers.Keys.OrderBy(name => name, StringComparer.Ordinal));

    public static bool Knows(string format) => Writers.ContainsKey(format);

    /// <summary>Writes to nowhere the reports that a build has of its own accord.</summary>
    public static void Rehearse(AssemblyReport report)
    {
        foreach (var format in new[] { "json", "html" })
            Writers[format](Stream.Null, report);
    }

    public static void Write(ReportFile file, AssemblyReport report) =>
        OutputFile.WriteIfDifferent(file.Path, stream => Writers[file.Format](stream, report));
}
