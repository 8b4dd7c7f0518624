using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>A configuration as it is in force, before anything is judged by it.</summary>
/// <param name="Settings">Each with the place that it comes from.</param>
/// <param name="Method">What holds for the one method that was asked for; null where none was.</param>
/// <param name="Problems">What is wrong with what a user wrote.</param>
public sealed record ConfigurationView(IReadOnlyList<EffectiveSetting> Settings, MethodView? Method, IReadOnlyList<Diagnostic> Problems)
{
    /// <param name="method">A name as patterns match it, or a pattern: what holds for every method that matches it.</param>
    public static ConfigurationView Of(JudgeOptions options, string? method)
    {
        var problems = new Problems();
        var configuration = new ConfigurationReader(options, new ConfigurationPaths(options), problems).Read();
        return new ConfigurationView(
            configuration.Effective,
            method is null ? null : MethodView.Of(new LimitResolver(configuration).Of(Named(method))),
            [.. problems.Found.Select(finding => finding.Diagnostic)]);
    }

    // Only its name is asked for; a lambda's or local function's own rules need the report, which knows what it stands in.
    private static MethodReport Named(string name) => new(
        "", name, name, MethodKind.Async, MethodForm.Method, null, "", "", null, null, null, null, [], null, Budget.None, []);
}

/// <summary>The budgets of one method.</summary>
/// <param name="ExcludedBy">Pattern and place of the exclusion that takes it out of the judgement; null where none does.</param>
/// <param name="Budgets">By metric, each with the place that it comes from.</param>
/// <param name="Severity">Of a broken budget, in the words of the configuration; null leaves it to the diagnostic.</param>
public sealed record MethodView(EffectiveSetting? ExcludedBy, IReadOnlyList<EffectiveSetting> Budgets, string? Severity)
{
    internal static MethodView Of(MethodLimits limits) => new(
        limits.ExcludedBy is { } rule ? new EffectiveSetting("Exclude", rule.Pattern.Text, rule.Origin.ToString()) : null,
        [.. limits.Thresholds.Select(threshold => new EffectiveSetting(threshold.Metric.Name, EffectiveSettings.Text(threshold), threshold.Origin.ToString()))],
        limits.Severity is { } severity ? Words.Of(severity) : null);
}
