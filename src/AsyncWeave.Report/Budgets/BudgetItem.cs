namespace AsyncWeave.Report.Budgets;

/// <summary>An <c>AsyncWeaveBudget</c> item of the build.</summary>
/// <param name="Pattern">The item's <c>Include</c>.</param>
/// <param name="Metadata">By name, unread: <c>MaxStateMachineSize</c>, <c>Severity</c>, <c>Justification</c>…; empty values count as not set.</param>
public sealed record BudgetItem(string Pattern, IReadOnlyDictionary<string, string> Metadata);
