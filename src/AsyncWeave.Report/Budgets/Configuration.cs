using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Everything by which a report is judged, read and checked.</summary>
/// <param name="Budgets">For all methods, one for each metric at most: the property's, else the file's.</param>
/// <param name="Items">Of the build.</param>
/// <param name="Overrides">Of the file.</param>
/// <param name="BaselinePath">Full path; null where none is used.</param>
internal sealed record Configuration(
    IReadOnlyList<Threshold> Budgets,
    IReadOnlyList<BudgetRule> Items,
    IReadOnlyList<BudgetRule> Overrides,
    IReadOnlyList<BudgetRule> Exclusions,
    IReadOnlyList<RuleSeverity> Rules,
    AnalyzerConfig AnalyzerConfig,
    WarningSwitches Switches,
    Enforcement Enforcement,
    BaselineRules BaselineRules,
    string? BaselinePath,
    bool UpdatesBaseline)
{
    /// <summary>As the report shows it.</summary>
    public IReadOnlyList<EffectiveSetting> Effective { get; init; } = [];

    /// <summary>Full path of <c>asyncweave.json</c>; null where there is none.</summary>
    public string? FilePath { get; init; }

    public IReadOnlyList<string> FilesRead { get; init; } = [];
}
