namespace AsyncWeave.Model;

/// <summary>Everything that is known of one assembly: the JSON report is the image of this record.</summary>
/// <param name="SchemaVersion">Version of the report's form, <see cref="CurrentSchemaVersion"/> when written by this build.</param>
/// <param name="Tool">Who wrote it.</param>
/// <param name="Assembly">The assembly that was read.</param>
/// <param name="Runtime">The runtime whose layouts were computed.</param>
/// <param name="Methods">By metadata token of the kickoff method.</param>
/// <param name="Diagnostics">What concerns no listed method: ordinary methods, and the tool itself (AW0xxx).</param>
public sealed record AssemblyReport(
    string SchemaVersion,
    ToolInfo Tool,
    AssemblyIdentity Assembly,
    RuntimeInfo Runtime,
    IReadOnlyList<MethodReport> Methods,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    public const string CurrentSchemaVersion = "1.0";

    /// <summary>Totals over <see cref="Methods"/>; sums of its parts, never counted apart.</summary>
    public Summary Summary => Summary.Of(this);

    /// <summary>What the assembly and its types say of budgets and suppressions in source; judged in Report.</summary>
    public SourceDeclarations Declarations { get; init; } = SourceDeclarations.None;

    /// <summary>The settings in force and where each came from; null until the report has been judged.</summary>
    public IReadOnlyList<EffectiveSetting>? Configuration { get; init; }
}
