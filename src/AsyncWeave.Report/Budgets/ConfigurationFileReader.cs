using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Budgets;

/// <summary>Reads <c>asyncweave.json</c>. What is wrong becomes a problem with its place, and the rest is read on.</summary>
internal sealed class ConfigurationFileReader(string file, Problems problems)
{
    private static readonly string[] Sections = ["$schema", "budgets", "overrides", "rules", "exclude", "baseline"];
    private static readonly string[] OverrideKeys = ["match", .. Metrics.All.Select(m => m.JsonKey), "severity", "justification"];
    private static readonly string[] BaselineKeys = ["toleranceBytes", "newMethods", "slack", "stale"];

    private readonly JsonChecks _checks = new(file, problems);

    public ConfigurationFile Read(Stream text)
    {
        try
        {
            var reader = new JsonTextReader(text);
            var root = reader.ReadTree();
            reader.ExpectEnd();
            return _checks.IsObject(root, "the file") ? ReadSections(root) : ConfigurationFile.Empty;
        }
        catch (JsonSyntaxException e)
        {
            problems.Invalid(_checks.At(e.Position), e.Message);
            return ConfigurationFile.Empty;
        }
    }

    private ConfigurationFile ReadSections(JsonNode root)
    {
        _checks.KnownKeys(root, Sections, "key");
        if (root["$schema"] is { Kind: not (JsonKind.String or JsonKind.Null) } schema)
            problems.Invalid(_checks.At(schema.Position), "'$schema' must be text");
        return new ConfigurationFile(
            ReadBudgets(root["budgets"]),
            _checks.Items(root["overrides"], "overrides").Select(ReadOverride).OfType<BudgetRule>().ToList(),
            ReadRules(root["rules"]),
            _checks.Items(root["exclude"], "exclude").Select(ReadExclusion).OfType<BudgetRule>().ToList(),
            ReadBaseline(root["baseline"]));
    }

    private List<Threshold> ReadBudgets(JsonNode node)
    {
        if (node.IsNull || !_checks.IsObject(node, "'budgets'"))
            return [];
        _checks.KnownKeys(node, Metrics.All.Select(m => m.JsonKey).ToList(), "budget");
        return ReadThresholds(node);
    }

    private List<Threshold> ReadThresholds(JsonNode node) =>
        Metrics.All.Select(metric => ReadThreshold(node[metric.JsonKey], metric)).OfType<Threshold>().ToList();

    // "maxStateMachineSize": 256        "maxStateMachineSize": { "warn": 200, "error": 256 }
    private Threshold? ReadThreshold(JsonNode node, Metric metric)
    {
        if (node.IsNull)
            return null;
        var origin = _checks.At(node.Position);
        if (node.Kind != JsonKind.Object)
            return _checks.Number(node, metric.JsonKey) is { } limit ? new Threshold(metric, null, limit, origin) : null;

        _checks.KnownKeys(node, ["warn", "error"], "level");
        var warn = _checks.Number(node["warn"], "warn");
        var error = _checks.Number(node["error"], "error");
        if (warn > error)
            problems.Invalid(_checks.At(node["warn"].Position), $"'warn' ({warn}) is above 'error' ({error}) and can never be reached");
        return warn is null && error is null ? null : new Threshold(metric, warn, error, origin);
    }

    private BudgetRule? ReadOverride(JsonNode node)
    {
        if (!_checks.IsObject(node, "an override"))
            return null;
        _checks.KnownKeys(node, OverrideKeys, "key");
        var thresholds = ReadThresholds(node);
        var severity = ReadSeverity(node["severity"], "severity");
        var justification = _checks.Text(node["justification"], "justification");
        if (node["match"].IsNull)
        {
            problems.Invalid(_checks.At(node.Position), "an override needs 'match', the pattern of the methods that it speaks of");
            return null;
        }

        return _checks.Pattern(node["match"], "match") is { } pattern
            ? new BudgetRule(pattern, thresholds, severity, justification, _checks.At(node["match"].Position))
            : null;
    }

    private List<RuleSeverity> ReadRules(JsonNode node)
    {
        var rules = new List<RuleSeverity>();
        if (node.IsNull || !_checks.IsObject(node, "'rules'"))
            return rules;
        _checks.NoDoubles(node);
        foreach (var member in node.Members)
        {
            var severity = ReadSeverity(member.Value, member.Name);
            if (DiagnosticTable.All.All(d => d.Id != member.Name))
                problems.MatchesNothing(_checks.At(member.Position), $"no diagnostic has the id '{member.Name}'{Problems.DidYouMean(member.Name, DiagnosticTable.All.Select(d => d.Id))}");
            else if (severity is { } given)
                rules.Add(new RuleSeverity(member.Name, given, _checks.At(member.Value.Position)));
        }

        return rules;
    }

    private BudgetRule? ReadExclusion(JsonNode node) =>
        _checks.Pattern(node, "exclude") is { } pattern ? new BudgetRule(pattern, [], null, null, _checks.At(node.Position)) : null;

    private BaselineRules ReadBaseline(JsonNode node)
    {
        if (node.IsNull || !_checks.IsObject(node, "'baseline'"))
            return BaselineRules.Default;
        _checks.KnownKeys(node, BaselineKeys, "key");
        var newMethods = _checks.Choice(node["newMethods"], "newMethods", SettingTable.BaselineNewMethods.Words);
        return new BaselineRules(
            _checks.Number(node["toleranceBytes"], "toleranceBytes") ?? BaselineRules.Default.ToleranceBytes,
            newMethods is null or "budget",
            ReadSeverity(node["slack"], "slack") ?? BaselineRules.Default.Slack,
            ReadSeverity(node["stale"], "stale") ?? BaselineRules.Default.Stale);
    }

    private Severity? ReadSeverity(JsonNode node, string name) =>
        _checks.Choice(node, name, SettingTable.Severity.Words) is { } word && Words.TrySeverity(word, out var severity) ? severity : null;
}
