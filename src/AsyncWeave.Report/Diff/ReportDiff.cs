using AsyncWeave.Model;

namespace AsyncWeave.Report.Diff;

/// <summary>What changed between two reports, and why.</summary>
/// <param name="Assemblies">By name and framework.</param>
public sealed record ReportDiff(IReadOnlyList<AssemblyDiff> Assemblies)
{
    public IEnumerable<MethodChange> Changes => Assemblies.SelectMany(a => a.Changes);

    /// <summary>False where no assembly of the new report was in the old one: there is nothing to compare with.</summary>
    public bool HasBase => Assemblies.Any(a => a is { Old: not null, New: not null });

    public static ReportDiff Between(ReportSet old, ReportSet now) =>
        new(AssemblyPairs.Of(old.Reports, now.Reports).Select(AssemblyComparison.Of).ToList());

    /// <summary>Whether the verdict is a failure; what is too small to show counts all the same.</summary>
    public bool Fails(FailOn failOn) => failOn switch
    {
        FailOn.Growth => Changes.Any(c => c.Kind == ChangeKind.Grown),
        FailOn.Budget => Assemblies.Any(a => a.New is { } report && report.Methods.Any(m => m.Budget.Status == BudgetStatus.Fail)),
        _ => false,
    };
}
