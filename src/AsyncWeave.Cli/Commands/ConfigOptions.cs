namespace AsyncWeave.Cli.Commands;

/// <summary>What <c>config</c> was asked for.</summary>
/// <param name="Place">Project file or directory, as typed.</param>
/// <param name="Method">Name or pattern; null asks for no method.</param>
internal sealed record ConfigOptions(string Place, string? Config, string? Baseline, string? Method);
