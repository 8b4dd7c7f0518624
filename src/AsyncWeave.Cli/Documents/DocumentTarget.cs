namespace AsyncWeave.Cli.Documents;

/// <param name="Path">As typed; <c>-</c> is standard output.</param>
internal sealed record DocumentTarget(DocumentFormat Format, string Path)
{
    public bool IsStandardOutput => Path == "-";
}
