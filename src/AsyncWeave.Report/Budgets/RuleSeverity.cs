using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>A severity that is set for a diagnostic as a whole.</summary>
internal sealed record RuleSeverity(string Id, Severity Severity, Origin Origin);
