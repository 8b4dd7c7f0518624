namespace AsyncWeave.Cli.Commands;

/// <summary>What <c>baseline</c> was asked for.</summary>
/// <param name="Output">As typed; <c>-</c> is standard output.</param>
/// <param name="Complete">The reports speak of every target framework of their assemblies; lines of others go.</param>
internal sealed record BaselineOptions(IReadOnlyList<string> Reports, string Output, bool Complete);
