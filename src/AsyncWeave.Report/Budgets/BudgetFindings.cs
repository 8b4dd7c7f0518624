using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;

namespace AsyncWeave.Report.Budgets;

/// <summary>Compares what a method measures with what it may.</summary>
internal static class BudgetFindings
{
    /// <param name="row">The method's row in the baseline: what stands there is tolerated.</param>
    public static IEnumerable<Finding> Of(MethodReport method, MethodLimits limits, BaselineRow? row)
    {
        foreach (var threshold in limits.Thresholds)
        {
            if (threshold.Metric.Measure(method) is not { } measured || Broken(threshold, measured) is not { } limit)
                continue;
            yield return new Finding(Raise(method, threshold.Metric.Diagnostic, BudgetMessage.Of(method, threshold.Metric, measured, limit)))
            {
                IsBudget = true,
                IsWarnLevel = limit != threshold.Error,
                Override = limits.Severity,
                SilencedBecause = IsTolerated(threshold.Metric, measured, row) ? "listed in the baseline" : null,
            };
        }
    }

    public static Diagnostic Raise(MethodReport method, DiagnosticDescriptor descriptor, string message) =>
        new(descriptor.Id, method.Id, descriptor.DefaultSeverity, message, method.Source?.File, method.Source?.Line, method.Source?.Column);

    /// <summary>The limit that the figure is above, the error's before the warning's; a figure equal to its limit passes.</summary>
    private static int? Broken(Threshold threshold, int measured)
    {
        if (measured > threshold.Error)
            return threshold.Error;
        return measured > threshold.Warn ? threshold.Warn : null;
    }

    // Growth in bytes past the row is AW1005's to say; a count past it is held to the budget again.
    private static bool IsTolerated(Metric metric, int measured, BaselineRow? row) =>
        row is not null && BaselineMetrics.Of(row, metric) is { } listed && (metric.Unit == "B" || measured <= listed);
}
