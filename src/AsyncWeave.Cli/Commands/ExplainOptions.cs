using AsyncWeave.Cli.Scanning;

namespace AsyncWeave.Cli.Commands;

/// <summary>What <c>explain</c> was asked for.</summary>
internal sealed record ExplainOptions(string Assembly, string Pattern, AnalysisSettings Analysis);
