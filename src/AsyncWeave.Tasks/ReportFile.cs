using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Tasks;

internal static class ReportFile
{
    /// <param name="format">As <c>AsyncWeaveReportFormats</c> names it.</param>
    public static void Write(string path, string format, AssemblyReport report)
    {
        Action<Stream> write = format switch
        {
            "json" => stream => ReportJson.Write(stream, report),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no such report format"),
        };
        OutputFile.WriteIfDifferent(path, write);
    }
}
