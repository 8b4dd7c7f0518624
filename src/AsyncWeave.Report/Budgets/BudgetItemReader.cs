using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Reads the <c>AsyncWeaveBudget</c> items of a build.</summary>
internal static class BudgetItemReader
{
    private static readonly string[] Known =
        SettingTable.All.Select(s => s.Metadata).OfType<string>().ToArray();

    public static List<BudgetRule> Read(IEnumerable<BudgetItem> items, Problems problems, string? projectFile) =>
        items.Select(item => Read(item, problems, projectFile)).OfType<BudgetRule>().ToList();

    private static BudgetRule? Read(BudgetItem item, Problems problems, string? projectFile)
    {
        // The pattern may stand in Match, because MSBuild takes a star in Include for files.
        var text = Value(item, "Match") ?? item.Pattern.Trim();
        var origin = new Origin($"AsyncWeaveBudget '{text}'", projectFile);
        foreach (var key in item.Metadata.Keys.Where(k => !Known.Contains(k, StringComparer.OrdinalIgnoreCase)))
            problems.Invalid(origin, $"{origin.Name}: unknown metadata '{key}'{Problems.DidYouMeanOneOf(key, Known)}");
        if (text.Length == 0)
        {
            problems.Invalid(origin, "AsyncWeaveBudget needs a method pattern in Include");
            return null;
        }

        var thresholds = Metrics.All.Select(metric => ReadThreshold(item, metric, problems, origin)).OfType<Threshold>().ToList();
        return new BudgetRule(new MethodPattern(text), thresholds, ReadSeverity(item, problems, origin), Value(item, "Justification"), origin);
    }

    private static Threshold? ReadThreshold(BudgetItem item, Metric metric, Problems problems, Origin origin)
    {
        if (Value(item, metric.Name) is not { } value)
            return null;
        if (Words.TryNumber(value, out var limit))
            return new Threshold(metric, null, limit, origin);
        problems.Invalid(origin, $"{origin.Name}: {metric.Name} must be a whole number of 0 or more, not '{value}'");
        return null;
    }

    private static Severity? ReadSeverity(BudgetItem item, Problems problems, Origin origin)
    {
        if (Value(item, "Severity") is not { } value)
            return null;
        if (Words.TrySeverity(value, out var severity))
            return severity;
        problems.Invalid(origin, $"{origin.Name}: Severity must be one of {string.Join(", ", SettingTable.Severity.Words)}, not '{value}'");
        return null;
    }

    private static string? Value(BudgetItem item, string name)
    {
        foreach (var pair in item.Metadata)
        {
            if (pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && pair.Value.Trim() is { Length: > 0 } value)
                return value;
        }

        return null;
    }
}
