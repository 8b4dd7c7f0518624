using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Cli.Scanning;

/// <summary>One side of a comparison: reports as they were written, or assemblies measured and judged now.</summary>
internal static class ComparedReports
{
    public static ReportSet Read(string typed, AnalysisSettings settings, ProcessContext process)
    {
        var path = process.FullPath(typed);
        if (ReportFiles.AreMeantBy(path))
            return ReportMerge.Load(ReportFiles.Find([typed], process));

        var scanned = ScanProgress.Scan(InputFiles.Find([typed], process), settings, process.Error);
        var result = ScanResult.Of(scanned, read => Judge.Of(read.Report, new JudgeOptions(Path.GetDirectoryName(read.File.Path)!)), isSet: true);
        return result.Problems.Count == 0 ? result.Set : throw new InvalidReportException($"{result.Problems[0].Why}");
    }
}
