using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Baselines;

/// <summary>Holds methods to their lines in the baseline, and lines to the methods that there are.</summary>
internal sealed class BaselineJudge
{
    private readonly BaselineRules _rules;
    private readonly Origin _origin;
    private readonly BaselineLines? _lines;

    private BaselineJudge(BaselineRules rules, Origin origin, BaselineLines? lines)
    {
        _rules = rules;
        _origin = origin;
        _lines = lines;
    }

    /// <summary>No baseline: every method is held to the budgets.</summary>
    public static BaselineJudge None { get; } = new(BaselineRules.Default, new Origin(""), null);

    public IReadOnlyList<string> FilesRead { get; private init; } = [];

    /// <summary>Whether a method without a line is let through.</summary>
    public bool IgnoresNewMethods => _lines is not null && !_rules.JudgeNewMethods;

    public static BaselineJudge Open(AssemblyReport report, Configuration configuration, ConfigurationPaths paths, Problems problems)
    {
        if (configuration.BaselinePath is not { } path)
            return None;
        var display = paths.Display(path);
        var origin = new Origin(Path.GetFileName(path), display);
        if (configuration.UpdatesBaseline)
        {
            var updated = BaselineDocument.Empty.Update([report], complete: true);
            return new BaselineJudge(configuration.BaselineRules, origin, BaselineLines.For(report, updated.Assemblies[report.Assembly.Name]));
        }

        if (Baseline.TryRead(path, display, problems) is not { } document)
            return None;
        return new BaselineJudge(configuration.BaselineRules, origin, Comparable(report, document, origin, problems)) { FilesRead = [path] };
    }

    public BaselineRow? RowOf(MethodReport method) => _lines?.Of(method)?.Row;

    /// <summary>At most one finding: bytes beyond the line, and the fields that brought them.</summary>
    public IEnumerable<Finding> Growth(MethodReport method, Severity? severity)
    {
        if (_lines?.Of(method) is not { } entry)
            yield break;
        // Runtime-async has no state machine: nothing to compare, and no improvement to zero.
        var now = BaselineMetrics.Measure(method);
        if (now.StateMachineSize - entry.Row.StateMachineSize > _rules.ToleranceBytes || now.SuspensionBytes - entry.Row.SuspensionBytes > _rules.ToleranceBytes)
        {
            var message = GrowthMessage.Of(method, entry, now, _rules.ToleranceBytes);
            yield return new Finding(BudgetFindings.Raise(method, DiagnosticTable.GrewPastBaseline, message)) { IsBudget = true, Override = severity };
        }
    }

    /// <summary>Says which lines match nothing, and how much room lines leave above today's values.</summary>
    public void ReportRows(Problems problems)
    {
        if (_lines is null)
            return;
        StaleLines.Report(_lines, _origin, _rules.Stale, problems);
        SlackLines.Report(_lines, _origin, _rules.Slack, problems);
    }

    /// <summary>The lines that this report can be held to; null, and a word about it, where there are none.</summary>
    private static BaselineLines? Comparable(AssemblyReport report, BaselineDocument document, Origin origin, Problems problems)
    {
        var framework = FrameworkRows.NameOf(report);
        if (!document.Assemblies.TryGetValue(report.Assembly.Name, out var assembly))
        {
            problems.MatchesNothing(origin, $"the baseline has no lines for the assembly {report.Assembly.Name}: all its methods are held to the budgets; update the baseline to list them");
            return null;
        }

        if (!assembly.Frameworks.Contains(framework))
        {
            problems.MatchesNothing(origin, $"the baseline has no lines of {report.Assembly.Name} for {framework}, only for {string.Join(", ", assembly.Frameworks)}: update the baseline to list them");
            return null;
        }

        if (PointerSizeOf(assembly.Architecture) != PointerSizeOf(report.Runtime.Architecture))
        {
            problems.MatchesNothing(origin, $"the baseline holds for {assembly.Architecture}, this report is laid out for {report.Runtime.Architecture}: its lines are not judged");
            return null;
        }

        return BaselineLines.For(report, assembly);
    }

    private static int PointerSizeOf(string architecture) => architecture is "x86" or "arm" ? 4 : 8;
}
