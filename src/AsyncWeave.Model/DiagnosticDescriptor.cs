namespace AsyncWeave.Model;

/// <param name="Id"><c>AWnnnn</c>.</param>
/// <param name="Title">One short sentence in lower case, without a full stop.</param>
public sealed record DiagnosticDescriptor(string Id, string Title, Severity DefaultSeverity)
{
    /// <summary>Whether it explains what is wasteful (AW2xxx), rather than gates or speaks of the tool.</summary>
    public bool IsTrap => Id.StartsWith("AW2", StringComparison.Ordinal);

    public string HelpLink => $"https://github.com/asyncweave/asyncweave/blob/main/docs/rules/{Id}.md";
}
