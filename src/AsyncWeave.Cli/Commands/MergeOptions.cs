using AsyncWeave.Cli.Documents;

namespace AsyncWeave.Cli.Commands;

/// <summary>What <c>merge</c> was asked for.</summary>
internal sealed record MergeOptions(IReadOnlyList<string> Reports, IReadOnlyList<DocumentTarget> Documents);
