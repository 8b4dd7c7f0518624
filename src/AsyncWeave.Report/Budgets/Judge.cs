using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;

namespace AsyncWeave.Report.Budgets;

/// <summary>The one place where a measured report meets what a team allows. Build, command line and tests come through here.</summary>
public static class Judge
{
    /// <summary>Reads the configuration, judges every method, and decides each finding's severity. Never throws for what a user wrote.</summary>
    public static Verdict Of(AssemblyReport measured, JudgeOptions options)
    {
        var problems = new Problems();
        var paths = new ConfigurationPaths(options);
        var configuration = new ConfigurationReader(options, paths, problems).Read();
        var facts = Unjudged.Of(measured);
        var optimized = options.Optimized ?? facts.Assembly.Optimized;
        var enforced = configuration.Enforcement == Enforcement.Always || (configuration.Enforcement == Enforcement.Auto && optimized);

        var limits = new LimitResolver(configuration);
        // An unoptimized build neither reads the baseline nor writes it: its state machines are others.
        var baseline = optimized ? BaselineJudge.Open(facts, configuration, paths, problems) : BaselineJudge.None;
        var resolver = new FindingResolver(facts, configuration, paths, enforced);
        var methods = facts.Methods.Select(m => JudgeMethod(m, limits.Of(m), baseline, resolver)).ToList();

        UnmatchedPatterns.Report(limits.Unused, facts.Methods, OthersBeside(configuration, paths, facts), problems);
        baseline.ReportRows(problems);
        MisspelledProperties.Report(options.ProjectFiles, paths, problems);
        var toolFindings = facts.Diagnostics.Concat(NothingMeasured(facts)).Select(d => new Finding(d)).Concat(problems.Found)
            .Select(f => resolver.Resolve(f, null)).OfType<Diagnostic>();
        var report = facts with { Methods = methods, Diagnostics = toolFindings.ToList(), Configuration = configuration.Effective };
        return new Verdict(report, LogOrder.Of(report)) { FilesRead = [.. configuration.FilesRead, .. baseline.FilesRead] };
    }

    private static MethodReport JudgeMethod(MethodReport method, MethodLimits limits, BaselineJudge baseline, FindingResolver resolver)
    {
        if (limits.ExcludedBy is { } exclusion)
        {
            var silenced = method.Diagnostics.Select(d => new Finding(d) { SilencedBecause = $"excluded by '{exclusion.Pattern.Text}'" });
            return method with { Diagnostics = Resolve(silenced, method, resolver) };
        }

        var row = baseline.RowOf(method);
        var held = row is null && baseline.IgnoresNewMethods ? limits with { Thresholds = [] } : limits;
        var findings = method.Diagnostics.Select(d => new Finding(d))
            .Concat(BudgetFindings.Of(method, held, row))
            .Concat(baseline.Growth(method, limits.Severity));
        var diagnostics = Resolve(findings, method, resolver);
        return method with
        {
            Diagnostics = diagnostics,
            Budget = new Budget(StatusOf(held, row, diagnostics), held.Limits, held.From) { Baseline = row },
        };
    }

    private static List<Diagnostic> Resolve(IEnumerable<Finding> findings, MethodReport method, FindingResolver resolver) =>
        findings.Select(f => resolver.Resolve(f, method)).OfType<Diagnostic>().ToList();

    private static BudgetStatus StatusOf(MethodLimits limits, BaselineRow? row, List<Diagnostic> diagnostics)
    {
        var broken = diagnostics.Where(d => d.Id.StartsWith("AW1", StringComparison.Ordinal) && !d.Suppressed).ToList();
        if (broken.Any(d => d.Severity == Severity.Error))
            return BudgetStatus.Fail;
        if (broken.Count > 0)
            return BudgetStatus.Warn;
        return limits.Thresholds.Count == 0 && row is null ? BudgetStatus.None : BudgetStatus.Pass;
    }

    private static OtherProjects? OthersBeside(Configuration configuration, ConfigurationPaths paths, AssemblyReport report) =>
        configuration.FilePath is { } path && Path.GetDirectoryName(path) is { } directory && !paths.IsProjectDirectory(directory)
            ? new OtherProjects(directory, report.Assembly.Name)
            : null;

    // An empty green report is the worst that a gate can show.
    private static IEnumerable<Diagnostic> NothingMeasured(AssemblyReport report)
    {
        var machines = report.Methods.Where(m => m.Kind != MethodKind.RuntimeAsync).ToList();
        if (machines.Count == 0 || machines.Any(m => m.StateMachine is not null) || report.Diagnostics.Any(d => d.Id == DiagnosticTable.NothingMeasured.Id))
            yield break;
        yield return new Diagnostic(
            DiagnosticTable.NothingMeasured.Id, null, DiagnosticTable.NothingMeasured.DefaultSeverity,
            $"{report.Assembly.Name} has {machines.Count} async methods and none could be measured: no size is judged", null, null, null);
    }
}
