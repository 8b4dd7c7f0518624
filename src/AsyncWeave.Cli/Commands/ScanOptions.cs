using AsyncWeave.Cli.Documents;
using AsyncWeave.Cli.Scanning;

namespace AsyncWeave.Cli.Commands;

/// <summary>What <c>scan</c> was asked for.</summary>
/// <param name="Inputs">Assemblies and directories as typed.</param>
/// <param name="Config">Path of <c>asyncweave.json</c>; null looks for it upward from each assembly.</param>
/// <param name="Filter">Only methods that match are reported.</param>
/// <param name="Enforce"><c>auto</c>, <c>always</c> or <c>never</c>; null where the configuration decides.</param>
/// <param name="SourceRoot">Directory whose files the HTML page shows lines of; null shows none, for a report may be published.</param>
internal sealed record ScanOptions(
    IReadOnlyList<string> Inputs,
    AnalysisSettings Analysis,
    IReadOnlyList<DocumentTarget> Documents,
    string? Config,
    string? Baseline,
    string? Filter,
    string? Enforce,
    string? SourceRoot,
    string Ci);
