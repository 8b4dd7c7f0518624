using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>What holds for one method.</summary>
/// <param name="Thresholds">One for each metric at most.</param>
/// <param name="Severity">Of a broken budget; null leaves it to the diagnostic.</param>
/// <param name="ExcludedBy">The exclusion that takes the method out of the judgement; null where none does.</param>
internal sealed record MethodLimits(IReadOnlyList<Threshold> Thresholds, Severity? Severity, BudgetRule? ExcludedBy)
{
    public Limits Limits => Thresholds.Aggregate(Limits.None, (limits, t) => t.Metric.WithLimit(limits, t.Limit));

    public string? From => Thresholds.Count == 0 ? null : string.Join(", ", Thresholds.Select(t => t.Origin.Name).Distinct());
}
