using AsyncWeave.Cli.Scanning;

namespace AsyncWeave.Cli.Commands;

/// <summary>What <c>layout</c> was asked for.</summary>
/// <param name="Pattern">Null draws every state machine.</param>
/// <param name="Analyses">One for each runtime, in the order typed.</param>
internal sealed record LayoutOptions(string Assembly, string? Pattern, IReadOnlyList<AnalysisSettings> Analyses);
