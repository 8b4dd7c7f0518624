using AsyncWeave.Cli.Scanning;
using AsyncWeave.Report.Html;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Cli.Documents;

/// <summary>Finds the writer of a format.</summary>
internal static class DocumentWriter
{
    /// <param name="sources">Lines of a source file by the path in the report, for documents that can show them; null shows none.</param>
    public static void Write(DocumentFormat format, Stream stream, ScanResult result, Func<string, IReadOnlyList<string>?>? sources)
    {
        switch (format)
        {
            case DocumentFormat.Json when !result.IsSet && result.Set.Reports.Count == 1:
                ReportJson.Write(stream, result.Set.Reports[0]);
                break;
            case DocumentFormat.Json:
                ReportJson.Write(stream, result.Set);
                break;
            case DocumentFormat.Html:
                HtmlReport.Write(stream, result.Set, new HtmlReportOptions { SourceLines = sources });
                break;
            default:
                throw new UsageException($"--{format.ToString().ToLowerInvariant()} is not written by this version");
        }
    }
}
