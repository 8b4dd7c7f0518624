using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>What a judgement came to.</summary>
/// <param name="Report">The measured report with budgets, severities, suppressions and the effective configuration filled in.</param>
/// <param name="Log">What the build log and the console say, by file and line: errors, warnings, and messages where the log shows them.</param>
public sealed record Verdict(AssemblyReport Report, IReadOnlyList<Diagnostic> Log)
{
    public bool Failed => Log.Any(d => d.Severity == Severity.Error);

    /// <summary>Full paths of the files that the judgement rests on: configuration, baseline, analyzer configuration.</summary>
    public IReadOnlyList<string> FilesRead { get; init; } = [];
}
