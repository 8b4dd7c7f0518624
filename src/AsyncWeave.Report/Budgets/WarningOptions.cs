namespace AsyncWeave.Report.Budgets;

/// <summary>The build's switches for warnings, unread: lists of ids with semicolons, commas or blanks between them.</summary>
public sealed record WarningOptions
{
    public static WarningOptions None { get; } = new();

    public string NoWarn { get; init; } = "";

    public string WarningsAsErrors { get; init; } = "";

    public string WarningsNotAsErrors { get; init; } = "";

    /// <summary>Full paths of the <c>.editorconfig</c> and <c>.globalconfig</c> files that the compiler is given.</summary>
    public IReadOnlyList<string> AnalyzerConfigFiles { get; init; } = [];
}
