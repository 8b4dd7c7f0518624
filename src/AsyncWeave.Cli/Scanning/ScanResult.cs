using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Scanning;

/// <summary>What a scan came to.</summary>
/// <param name="IsSet">Several inputs or a directory: documents have the form of a set even where one assembly is left.</param>
/// <param name="Log">What the judgement says aloud, with the assembly that it speaks of.</param>
/// <param name="Problems">What was not done, for standard error.</param>
internal sealed record ScanResult(
    ReportSet Set,
    bool IsSet,
    IReadOnlyList<(AssemblyReport Report, Diagnostic Finding)> Log,
    IReadOnlyList<ScanProblem> Problems)
{
    public int ExitCode => Problems.Select(problem => problem.ExitCode)
        .Append(Log.Any(entry => entry.Finding.Severity == Severity.Error) ? Cli.ExitCode.GateFailed : Cli.ExitCode.Fine)
        .Max();

    public bool NothingWasRead => Set.Reports.Count == 0 && Set.WithoutAsync == 0;

    public static ScanResult Of(IReadOnlyList<ScannedFile> scanned, Func<ScannedFile.Read, Verdict> judge, bool isSet)
    {
        var read = scanned.OfType<ScannedFile.Read>().ToList();
        var listed = read.Where(file => !isSet || HasSomethingToList(file.Report)).Select(judge).ToList();
        var unreadable = scanned.OfType<ScannedFile.Unreadable>().Select(file => new UnreadableFile(file.File.ShownAs, file.Message)).ToList();
        var set = new ReportSet(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current, [.. listed.Select(verdict => verdict.Report)], unreadable)
        {
            WithoutAsync = read.Count - listed.Count,
        };
        var log = listed.SelectMany(verdict => verdict.Log.Select(finding => (verdict.Report, finding))).ToList();
        return new ScanResult(set, isSet, log, [.. scanned.Select(ScanProblem.Of).OfType<ScanProblem>(), .. Misconfigured(log)]);
    }

    private static bool HasSomethingToList(AssemblyReport report) => report.Methods.Count > 0 || report.Diagnostics.Count > 0;

    private static IEnumerable<ScanProblem> Misconfigured(IReadOnlyList<(AssemblyReport Report, Diagnostic Finding)> log) =>
        log.Where(entry => entry.Finding.Id == DiagnosticTable.InvalidConfiguration.Id && entry.Finding.Severity == Severity.Error)
            .Take(1)
            .Select(entry => new ScanProblem(Cli.ExitCode.WrongUsage, "invalid configuration", DiagnosticText.Write(entry.Finding, entry.Report.Assembly.Name).ToString()));
}
