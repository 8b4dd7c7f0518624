namespace AsyncWeave.Cli.Verify;

/// <summary>What <c>verify</c> was asked for.</summary>
/// <param name="References">Full paths.</param>
internal sealed record VerifyOptions(IReadOnlyList<string> Assemblies, IReadOnlyList<string> References, bool Json);
