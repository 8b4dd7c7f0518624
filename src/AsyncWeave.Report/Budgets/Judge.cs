using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>The one place where a measured report meets what a team allows. Build, command line and tests come through here.</summary>
public static class Judge
{
    /// <summary>Reads the configuration, judges every method, and decides each finding's severity. Never throws for what a user wrote.</summary>
    public static Verdict Of(AssemblyReport measured, JudgeOptions options)
    {
        var limits = GlobalLimits(options);
        var enforced = options.Optimized ?? measured.Assembly.Optimized;
        var methods = measured.Methods.Select(m => JudgeMethod(m, limits, enforced)).ToList();
        var report = measured with { Methods = methods };
        var log = methods.SelectMany(m => m.Diagnostics).Concat(measured.Diagnostics).Where(d => d.Severity >= Severity.Warning).ToList();
        return new Verdict(report, log);
    }

    private static Limits GlobalLimits(JudgeOptions options)
    {
        var limits = Limits.None;
        foreach (var metric in Metrics.All)
        {
            var given = options.Settings.LastOrDefault(s => s.Name == metric.Name && s.Value.Length > 0);
            if (given is not null && int.TryParse(given.Value, out var limit))
                limits = metric.WithLimit(limits, limit);
        }

        return limits;
    }

    private static MethodReport JudgeMethod(MethodReport method, Limits limits, bool enforced)
    {
        var findings = Metrics.All
            .Where(metric => metric.LimitOf(limits) is { } limit && metric.Measure(method) > limit)
            .Select(metric => new Diagnostic(
                metric.Diagnostic.Id, method.Id, enforced ? Severity.Error : Severity.Message,
                BudgetMessage.Of(method, metric, metric.Measure(method)!.Value, metric.LimitOf(limits)!.Value),
                method.Source?.File, method.Source?.Line, method.Source?.Column))
            .ToList();
        if (limits == Limits.None)
            return method;
        var status = findings.Count == 0 ? BudgetStatus.Pass : enforced ? BudgetStatus.Fail : BudgetStatus.Warn;
        return method with { Budget = new Budget(status, limits, "property"), Diagnostics = [.. method.Diagnostics, .. findings] };
    }
}
