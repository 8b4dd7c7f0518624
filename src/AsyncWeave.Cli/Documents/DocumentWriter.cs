using AsyncWeave.Cli.Scanning;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Cli.Documents;

/// <summary>Finds the writer of a format.</summary>
internal static class DocumentWriter
{
    public static void Write(DocumentFormat format, Stream stream, ScanResult result)
    {
        switch (format)
        {
            case DocumentFormat.Json when !result.IsSet && result.Set.Reports.Count == 1:
                ReportJson.Write(stream, result.Set.Reports[0]);
                break;
            case DocumentFormat.Json:
                ReportJson.Write(stream, result.Set);
                break;
            default:
                throw new UsageException($"--{format.ToString().ToLowerInvariant()} is not written by this version");
        }
    }
}
