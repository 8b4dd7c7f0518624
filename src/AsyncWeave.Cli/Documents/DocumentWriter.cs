using AsyncWeave.Model;
using AsyncWeave.Report.GitLab;
using AsyncWeave.Report.Html;
using AsyncWeave.Report.Json;
using AsyncWeave.Report.Markdown;
using AsyncWeave.Report.Sarif;

namespace AsyncWeave.Cli.Documents;

/// <summary>Finds the writer of a format.</summary>
internal static class DocumentWriter
{
    /// <param name="isSet">The document has the form of a set even where it holds one assembly.</param>
    /// <param name="sources">Lines of a source file by the path in the report, for documents that can show them; null shows none.</param>
    public static void Write(DocumentFormat format, Stream stream, ReportSet set, bool isSet, Func<string, IReadOnlyList<string>?>? sources)
    {
        switch (format)
        {
            case DocumentFormat.Json when !isSet && set.Reports.Count == 1:
                ReportJson.Write(stream, set.Reports[0]);
                break;
            case DocumentFormat.Json:
                ReportJson.Write(stream, set);
                break;
            case DocumentFormat.Html:
                HtmlReport.Write(stream, set, new HtmlReportOptions { SourceLines = sources });
                break;
            case DocumentFormat.Sarif:
                SarifReport.Write(stream, set);
                break;
            case DocumentFormat.Markdown:
                MarkdownReport.Write(stream, set);
                break;
            case DocumentFormat.Gitlab:
                GitLabReport.Write(stream, set);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }
}
