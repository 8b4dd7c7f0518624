using AsyncWeave.Cli.Commands;
using AsyncWeave.Cli.Configuration;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Cli.Scanning;

/// <summary>Hands a measured assembly to the judge with what the command line says.</summary>
internal static class Judgement
{
    public static Verdict Of(ScannedFile.Read read, ScanOptions options, ProcessContext process)
    {
        var verdict = Judge.Of(read.Report, new JudgeOptions(Path.GetDirectoryName(read.File.Path)!) { Settings = GivenOptions.From(options.Config, options.Baseline, options.Enforce, process) });
        return options.Filter is { } filter ? Narrow(verdict, new MethodPattern(filter)) : verdict;
    }

    // After the judgement: a baseline row of a method that is only filtered out is not stale.
    private static Verdict Narrow(Verdict verdict, MethodPattern pattern)
    {
        var kept = verdict.Report.Methods.Where(pattern.Matches).ToList();
        var ids = kept.Select(method => method.Id).ToHashSet(StringComparer.Ordinal);
        return verdict with
        {
            Report = verdict.Report with { Methods = kept },
            Log = [.. verdict.Log.Where(finding => finding.Method is null || ids.Contains(finding.Method))],
        };
    }
}
