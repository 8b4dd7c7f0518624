using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>What is said of the methods that a pattern matches: an override of the file, an item of the build, or an exclusion.</summary>
/// <param name="Severity">Null leaves the severity to the diagnostic.</param>
internal sealed record BudgetRule(
    MethodPattern Pattern,
    IReadOnlyList<Threshold> Thresholds,
    Severity? Severity,
    string? Justification,
    Origin Origin);
