using AsyncWeave.Model;

namespace AsyncWeave.Report.Html;

/// <summary>The answer that the first line of the page gives.</summary>
internal sealed record Verdict(VerdictKind Kind, int Over, int Warned, int Held, int Errors)
{
    public static Verdict Of(ReportSet set)
    {
        var methods = set.Reports.SelectMany(r => r.Methods).ToList();
        var over = methods.Count(m => m.Budget.Status == BudgetStatus.Fail);
        var warned = methods.Count(m => m.Budget.Status == BudgetStatus.Warn);
        var held = methods.Count(m => m.Budget.Status != BudgetStatus.None);
        var errors = set.Unreadable.Count
            + set.Reports.SelectMany(r => r.Diagnostics.Concat(r.Methods.SelectMany(m => m.Diagnostics.Where(d => !IsBudget(d)))))
                .Count(d => d.Severity == Severity.Error && !d.Suppressed);
        return new Verdict(KindOf(over, warned, held, errors), over, warned, held, errors);
    }

    private static bool IsBudget(Diagnostic diagnostic) => diagnostic.Id.StartsWith("AW1", StringComparison.Ordinal);

    private static VerdictKind KindOf(int over, int warned, int held, int errors)
    {
        if (over > 0 || errors > 0)
            return VerdictKind.Failed;
        if (warned > 0)
            return VerdictKind.Warned;
        return held > 0 ? VerdictKind.Passed : VerdictKind.Measured;
    }
}

internal enum VerdictKind
{
    Failed,
    Warned,
    Passed,

    /// <summary>No budget holds any method, so there is nothing to pass.</summary>
    Measured,
}
