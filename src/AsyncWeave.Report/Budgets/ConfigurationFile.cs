namespace AsyncWeave.Report.Budgets;

/// <summary>What an <c>asyncweave.json</c> says, as far as it could be understood.</summary>
internal sealed record ConfigurationFile(
    IReadOnlyList<Threshold> Budgets,
    IReadOnlyList<BudgetRule> Overrides,
    IReadOnlyList<RuleSeverity> Rules,
    IReadOnlyList<BudgetRule> Exclusions,
    BaselineRules Baseline)
{
    public static ConfigurationFile Empty { get; } = new([], [], [], [], BaselineRules.Default);
}
