using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>
/// Finds the limits that hold for a method, metric by metric, in this order: attributes in source from the method outward,
/// items of the build, overrides of the file (both by the most specific match), the property, the file's budgets.
/// </summary>
internal sealed class LimitResolver(Configuration configuration)
{
    private readonly HashSet<BudgetRule> _used = [];

    /// <summary>The rules that have matched no method so far.</summary>
    public IEnumerable<BudgetRule> Unused =>
        configuration.Items.Concat(configuration.Overrides).Concat(configuration.Exclusions).Where(r => !_used.Contains(r));

    public MethodLimits Of(MethodReport method)
    {
        var names = PatternTarget.NamesOf(method);
        var items = Find(configuration.Items, names);
        var overrides = Find(configuration.Overrides, names);
        var exclusions = Find(configuration.Exclusions, names);

        if (exclusions.Count > 0 && !HasItsOwn(exclusions[0], method, items, overrides))
            return new MethodLimits([], null, exclusions[0].Rule);

        var thresholds = Metrics.All.Select(metric =>
            Declared(method.Declarations.Budgets, metric)
            ?? Matched(items, metric)
            ?? Matched(overrides, metric)
            ?? configuration.Budgets.FirstOrDefault(t => t.Metric == metric)).OfType<Threshold>().ToList();
        var severity = items.Concat(overrides).Select(m => m.Rule.Severity).FirstOrDefault(s => s is not null);
        return new MethodLimits(thresholds, severity, null);
    }

    private List<RuleMatch> Find(IReadOnlyList<BudgetRule> rules, IReadOnlyList<string> names)
    {
        if (rules.Count == 0)
            return [];
        var matches = RuleMatch.Find(rules, names);
        foreach (var match in matches)
            _used.Add(match.Rule);
        return matches;
    }

    // A budget that speaks of the method more closely than the exclusion does brings it back.
    private static bool HasItsOwn(RuleMatch exclusion, MethodReport method, List<RuleMatch> items, List<RuleMatch> overrides) =>
        method.Declarations.Budgets.Any(b => b.Scope == "method")
        || items.Concat(overrides).Any(m => m.IsMoreSpecificThan(exclusion));

    private static Threshold? Declared(IReadOnlyList<DeclaredBudget> declared, Metric metric)
    {
        var nearest = declared.FirstOrDefault(b => metric.LimitOf(b.Limits) is not null);
        return nearest is null ? null : new Threshold(metric, null, metric.LimitOf(nearest.Limits), new Origin($"[AsyncBudget] on the {nearest.Scope}"));
    }

    private static Threshold? Matched(List<RuleMatch> matches, Metric metric) =>
        matches.SelectMany(m => m.Rule.Thresholds).FirstOrDefault(t => t.Metric == metric);
}
