using System.Globalization;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>The settings in force, each as a user would write it and with the place that it comes from.</summary>
internal static class EffectiveSettings
{
    private const string Default = "default";

    public static List<EffectiveSetting> Of(Configuration configuration, GivenSettings given, ConfigurationPaths paths, string? file)
    {
        var settings = new List<EffectiveSetting>();
        foreach (var threshold in configuration.Budgets)
            settings.Add(new EffectiveSetting(threshold.Metric.Name, Text(threshold), threshold.Origin.ToString()));
        foreach (var metric in Metrics.All.Where(m => configuration.Budgets.All(t => t.Metric != m)))
            settings.Add(new EffectiveSetting(metric.Name, "none", Default));

        void Add(Setting setting, string value) => settings.Add(new EffectiveSetting(setting.Name, value, given.OriginOf(setting)?.ToString() ?? Default));
        Add(SettingTable.Enforce, EnumText(configuration.Enforcement));
        Add(SettingTable.TreatWarningsAsErrors, Flag(configuration.Switches.TreatAsErrors));
        Add(SettingTable.Strict, Flag(configuration.Switches.Strict));
        Add(SettingTable.ConfigFile, file is null ? "none" : paths.Display(file));
        Add(SettingTable.BaselineFile, configuration.BaselinePath is { } path ? paths.Display(path) : "none");

        AddBaseline(settings, configuration, file);
        settings.AddRange(configuration.Items.Select(r => Rule("Budget", r)));
        settings.AddRange(configuration.Overrides.Select(r => Rule("Override", r)));
        settings.AddRange(configuration.Exclusions.Select(r => new EffectiveSetting("Exclude", r.Pattern.Text, r.Origin.ToString())));
        settings.AddRange(configuration.AnalyzerConfig.Entries.Select(e => new EffectiveSetting(e.Id, e.Severity is { } severity ? Words.Of(severity) : "default", Place(e))));
        settings.AddRange(configuration.Rules.Select(r => new EffectiveSetting(r.Id, Words.Of(r.Severity), r.Origin.ToString())));
        return settings;
    }

    private static void AddBaseline(List<EffectiveSetting> settings, Configuration configuration, string? file)
    {
        if (configuration.BaselinePath is null)
            return;
        void Add(Setting setting, Func<BaselineRules, string> text)
        {
            var value = text(configuration.BaselineRules);
            settings.Add(new EffectiveSetting(setting.Name, value, file is null || value == text(BaselineRules.Default) ? Default : Path.GetFileName(file)));
        }

        Add(SettingTable.BaselineTolerance, rules => rules.ToleranceBytes.ToString(CultureInfo.InvariantCulture));
        Add(SettingTable.BaselineNewMethods, rules => rules.JudgeNewMethods ? "budget" : "ignore");
        Add(SettingTable.BaselineSlack, rules => Words.Of(rules.Slack));
        Add(SettingTable.BaselineStale, rules => Words.Of(rules.Stale ?? DiagnosticTable.MatchesNothing.DefaultSeverity));
    }

    private static EffectiveSetting Rule(string name, BudgetRule rule)
    {
        var parts = rule.Thresholds.Select(t => $"{t.Metric.JsonKey} {Text(t)}").ToList();
        if (rule.Severity is { } severity)
            parts.Add("severity " + Words.Of(severity));
        if (rule.Justification is { } justification)
            parts.Add("because " + justification);
        return new EffectiveSetting(name, $"{rule.Pattern.Text}: {string.Join(", ", parts)}", rule.Origin.ToString());
    }

    public static string Text(Threshold threshold) => (threshold.Warn, threshold.Error) switch
    {
        ({ } warn, { } error) => string.Format(CultureInfo.InvariantCulture, "warn {0}, error {1}", warn, error),
        ({ } warn, null) => string.Format(CultureInfo.InvariantCulture, "warn {0}", warn),
        _ => threshold.Error!.Value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Place(AnalyzerConfigEntry entry) => entry.Section is null ? entry.Origin.ToString() : $"{entry.Origin} [{entry.Section}]";

    private static string Flag(bool value) => value ? "true" : "false";

    private static string EnumText(Enforcement value) => value.ToString().ToLowerInvariant();
}
