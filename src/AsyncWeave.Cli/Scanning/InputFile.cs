namespace AsyncWeave.Cli.Scanning;

/// <summary>One assembly to read.</summary>
/// <param name="Path">Full path.</param>
/// <param name="ShownAs">As messages and documents name it.</param>
/// <param name="WasNamed">The user named this very file; otherwise it was found in a directory.</param>
internal sealed record InputFile(string Path, string ShownAs, bool WasNamed);
