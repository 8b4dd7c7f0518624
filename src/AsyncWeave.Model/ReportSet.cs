namespace AsyncWeave.Model;

/// <summary>Several assemblies in one document.</summary>
/// <param name="Reports">Assemblies with at least one listed method or finding.</param>
public sealed record ReportSet(
    string SchemaVersion,
    ToolInfo Tool,
    IReadOnlyList<AssemblyReport> Reports,
    IReadOnlyList<UnreadableFile> Unreadable)
{
    /// <summary>Assemblies read that have no state machine or async method; counted, not listed.</summary>
    public int WithoutAsync { get; init; }
}

/// <param name="Message">Why, in one line.</param>
public sealed record UnreadableFile(string File, string Message);
