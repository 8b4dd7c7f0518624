namespace AsyncWeave.Model;

/// <summary>Totals of a report.</summary>
/// <param name="TotalStateMachineBytes">Bytes over all state machines.</param>
/// <param name="Inexact">State machines whose size is a lower bound.</param>
/// <param name="Diagnostics">Findings by id, suppressed ones left out.</param>
/// <param name="OverBudget">Methods whose budget failed.</param>
public sealed record Summary(
    int Methods,
    int StateMachines,
    int RuntimeAsyncMethods,
    int Awaits,
    long TotalStateMachineBytes,
    int LargestStateMachineBytes,
    int Inexact,
    IReadOnlyDictionary<string, int> Diagnostics,
    int OverBudget)
{
    internal static Summary Of(AssemblyReport report)
    {
        var machines = report.Methods.Select(m => m.StateMachine).OfType<StateMachine>().ToList();
        var findings = report.Methods.SelectMany(m => m.Diagnostics).Concat(report.Diagnostics);
        return new Summary(
            report.Methods.Count,
            machines.Count,
            report.Methods.Count(m => m.Kind == MethodKind.RuntimeAsync),
            report.Methods.Sum(m => m.AwaitCount),
            machines.Sum(m => (long)m.Size),
            machines.Count == 0 ? 0 : machines.Max(m => m.Size),
            machines.Count(m => !m.Exact),
            CountById(findings),
            report.Methods.Count(m => m.Budget.Status == BudgetStatus.Fail));
    }

    private static SortedDictionary<string, int> CountById(IEnumerable<Diagnostic> findings)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in findings.Where(d => !d.Suppressed).GroupBy(d => d.Id))
            counts[group.Key] = group.Count();
        return counts;
    }
}
