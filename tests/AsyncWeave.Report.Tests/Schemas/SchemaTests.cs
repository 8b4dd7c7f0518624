using System.Text;
using System.Text.Json;
using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Json;
using NJsonSchema;

namespace AsyncWeave.Report.Tests.Schemas;

/// <summary>The schemas that ship, held against what is written and what is read by a validator that is not ours.</summary>
public sealed class SchemaTests
{
    private const string Folder = "src/AsyncWeave.Report/Schemas/";

    [Test]
    public async Task AReportIsValid()
    {
        var schema = await Load("asyncweave.report.schema.json");

        Assert.That(schema.Validate(Text(s => ReportJson.Write(s, Samples.Full()))), Is.Empty);
        Assert.That(schema.Validate(Text(s => ReportJson.Write(s, Hostile.Report()))), Is.Empty);
        Assert.That(schema.Validate(Text(s => ReportJson.Write(s, new ReportSet("1.0", ToolInfo.Current, [Samples.Full()], [new UnreadableFile("a", "b")])))), Is.Empty);
    }

    [TestCase("\"role\": \"state\"", "\"role\": \"stat\"")]
    [TestCase("\"size\": 56", "\"size\": \"56\"")]
    [TestCase("\"awaitCount\": 2", "\"awaitCounts\": 2")]
    [TestCase("\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"2.0\"")]
    public async Task AReportThatIsNoneIsNot(string right, string wrong)
    {
        var schema = await Load("asyncweave.report.schema.json");
        var text = Text(s => ReportJson.Write(s, Samples.Full()));

        Assert.That(text, Does.Contain(right));
        Assert.That(schema.Validate(text.Replace(right, wrong)), Is.Not.Empty);
    }

    [Test]
    public void TheReportSchemaKnowsEveryMemberThatIsWritten()
    {
        using var schema = JsonDocument.Parse(Repository.Read(Folder + "asyncweave.report.schema.json"));
        using var report = JsonDocument.Parse(Text(s => ReportJson.Write(s, Samples.Full())));
        var known = PropertyNames(schema.RootElement).ToHashSet();

        Assert.That(MemberNames(report.RootElement).Where(n => !n.StartsWith("AW", StringComparison.Ordinal)).Distinct(), Is.SubsetOf(known));
    }

    [Test]
    public void TheReportSchemaKnowsEveryWordOfAnEnum()
    {
        var schema = Repository.Read(Folder + "asyncweave.report.schema.json");
        IEnumerable<string> words =
        [
            .. EnumNames<FieldRole>.All, .. EnumNames<MethodKind>.All, .. EnumNames<MethodForm>.All, .. EnumNames<AwaitSyntax>.All,
            .. EnumNames<AwaitRegion>.All, .. EnumNames<BudgetStatus>.All, .. EnumNames<Severity>.All, .. EnumNames<ChecklistVerdict>.All,
        ];

        Assert.That(words.Where(w => !schema.Contains($"\"{w}\"")), Is.Empty);
    }

    [Test]
    public async Task ABaselineIsValid()
    {
        var schema = await Load("asyncweave.baseline.schema.json");

        Assert.That(schema.Validate(Text(s => Baseline.Write(s, [Samples.Full()]))), Is.Empty);
        Assert.That(schema.Validate("""{ "schemaVersion": "1.0", "assemblies": { "A": { "frameworks": [], "methods": [ { "id": "M:A", "awaits": 1, "sise": 2 } ] } } }"""), Is.Not.Empty);
    }

    [TestCase("""{ "budgets": { "maxStateMachineSize": 256, "maxAwaitCount": { "warn": 8, "error": 10 } } }""", true)]
    [TestCase("""{ "overrides": [ { "match": "A.*", "maxSuspensionBytes": 400, "severity": "warning", "justification": "x" } ], "exclude": [ "B.*" ] }""", true)]
    [TestCase("""{ "rules": { "AW2004": "warning", "AW2009": "none" }, "baseline": { "toleranceBytes": 0, "newMethods": "budget", "slack": "message", "stale": "error" } }""", true)]
    [TestCase("""{ "budget": {} }""", false)]
    [TestCase("""{ "budgets": { "maxStateMachineSize": -1 } }""", false)]
    [TestCase("""{ "budgets": { "maxAwaitCount": "10" } }""", false)]
    [TestCase("""{ "budgets": { "maxAwaitCount": { "warm": 1 } } }""", false)]
    [TestCase("""{ "overrides": [ { "maxAwaitCount": 1 } ] }""", false)]
    [TestCase("""{ "rules": { "AW9999": "warning" } }""", false)]
    [TestCase("""{ "rules": { "AW2004": "loud" } }""", false)]
    [TestCase("""{ "baseline": { "newMethods": "fail" } }""", false)]
    public async Task TheConfigurationsSchemaAndItsReaderAgree(string text, bool valid)
    {
        var schema = await Load("asyncweave.schema.json");
        var problems = new Problems();
        new ConfigurationFileReader("asyncweave.json", problems).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.That(schema.Validate(text), valid ? Is.Empty : Is.Not.Empty);
        Assert.That(problems.Found, valid ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public void TheConfigurationsSchemaKnowsEveryDiagnosticAndEverySetting()
    {
        using var schema = JsonDocument.Parse(Repository.Read(Folder + "asyncweave.schema.json"));
        var properties = schema.RootElement.GetProperty("properties");

        Assert.That(properties.GetProperty("rules").GetProperty("properties").EnumerateObject().Select(p => p.Name), Is.EqualTo(DiagnosticTable.All.Select(d => d.Id)));
        foreach (var path in SettingTable.All.Select(s => s.JsonPath).OfType<string>())
            Assert.That(Find(properties, path), Is.True, path);
    }

    // budgets.maxAwaitCount, overrides[].severity, rules.AWnnnn, exclude[]
    private static bool Find(JsonElement properties, string path)
    {
        var at = properties;
        foreach (var part in path.Split('.'))
        {
            if (part == "AWnnnn")
                return at.TryGetProperty("AW0001", out _);
            if (!at.TryGetProperty(part.Replace("[]", ""), out var property))
                return false;
            var inner = part.EndsWith("[]", StringComparison.Ordinal) ? property.GetProperty("items") : property;
            if (inner.TryGetProperty("properties", out var next))
                at = next;
        }

        return true;
    }

    private static async Task<JsonSchema> Load(string name) => await JsonSchema.FromJsonAsync(Repository.Read(Folder + name));

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<string> PropertyNames(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p.Name == "properties" ? p.Value.EnumerateObject().Select(q => q.Name).Concat(PropertyNames(p.Value)) : PropertyNames(p.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(PropertyNames),
        _ => [],
    };

    private static IEnumerable<string> MemberNames(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => MemberNames(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(MemberNames),
        _ => [],
    };
}
