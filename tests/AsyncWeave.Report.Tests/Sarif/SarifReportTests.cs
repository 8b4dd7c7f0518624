using System.Text;
using System.Text.Json;
using AsyncWeave.Model;
using AsyncWeave.Report.Sarif;
using NJsonSchema;

namespace AsyncWeave.Report.Tests.Sarif;

public sealed class SarifReportTests
{
    private static readonly Diagnostic Error = new("AW1001", "M:MyApp.Orders.SubmitAsync(System.Int32)", Severity.Error, "too large [see](here)", "src/My Orders ä.cs", 42, 9);

    private static AssemblyReport Both => Samples.Report(Samples.Method() with
    {
        Diagnostics = [Error, Error with { Id = "AW2004", Severity = Severity.Warning, Suppressed = true, Justification = "in order" }],
    });

    [Test]
    public void AResultHasItsRuleItsPlaceAndItsFingerprint()
    {
        var run = Run(Samples.Report(Samples.Method() with { Diagnostics = [Error] }));
        var result = run.GetProperty("results")[0];
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");

        Assert.That(run.GetProperty("automationDetails").GetProperty("id").GetString(), Is.EqualTo("asyncweave/MyApp/net10.0/"));
        Assert.That(rule.GetProperty("id").GetString(), Is.EqualTo("AW1001"));
        Assert.That(rule.GetProperty("help").GetProperty("markdown").GetString(), Does.Contain("docs/rules/AW1001.md"));
        Assert.That(result.GetProperty("level").GetString(), Is.EqualTo("error"));
        Assert.That(result.GetProperty("message").GetProperty("text").GetString(), Is.EqualTo("too large \\[see\\](here)"), "no link can come of a name");
        Assert.That(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), Is.EqualTo("src/My%20Orders%20%C3%A4.cs"));
        Assert.That(place.GetProperty("region").EnumerateObject().Select(p => (p.Name, p.Value.GetInt32())), Is.EqualTo(new[] { ("startLine", 42), ("startColumn", 9) }), "one line, or no pull request shows it");
        Assert.That(result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString(), Does.Match("^[0-9a-f]{32}:1$"));
    }

    [Test]
    public async Task TheStandardsOwnSchemaFindsNothingWrong()
    {
        var schema = await StandardsSchema();

        Assert.That(schema.Validate(Encoding.UTF8.GetString(Bytes(Both))), Is.Empty);
        Assert.That(schema.Validate(Encoding.UTF8.GetString(Bytes(Hostile.Report()))), Is.Empty);
    }

    [TestCase("\"level\": \"error\"", "\"level\": \"errror\"")]
    [TestCase("\"ruleId\":", "\"ruleID\":")]
    public async Task AndWouldFindAMistake(string right, string wrong)
    {
        var text = Encoding.UTF8.GetString(Bytes(Both));

        Assert.That(text, Does.Contain(right));
        Assert.That((await StandardsSchema()).Validate(text.Replace(right, wrong)), Is.Not.Empty);
    }

    [Test]
    public void FingerprintsSurviveAShiftOfLinesAndTellFindingsApart()
    {
        var method = Samples.Method() with { Diagnostics = [Error, Error with { Line = 50 }] };
        var shifted = method with { Diagnostics = method.Diagnostics.Select(d => d with { Line = d.Line + 7, Message = "other words" }).ToList() };

        Assert.That(Fingerprints(Samples.Report(shifted)), Is.EqualTo(Fingerprints(Samples.Report(method))).And.Unique);
    }

    [Test]
    public void ASuppressedFindingSaysSo()
    {
        var result = Run(Samples.Report(Samples.Method() with { Diagnostics = [Error with { Suppressed = true, Justification = "known" }] })).GetProperty("results")[0];

        Assert.That(result.GetProperty("suppressions")[0].GetProperty("kind").GetString(), Is.EqualTo("inSource"));
        Assert.That(result.GetProperty("suppressions")[0].GetProperty("justification").GetString(), Is.EqualTo("known"));
    }

    [Test]
    public void HundredsOfAssembliesStayWithinTheNumberOfRuns()
    {
        var set = new ReportSet("1.0", ToolInfo.Current, Enumerable.Repeat(Samples.Report(Samples.Method()), 300).ToList(), []);
        using var stream = new MemoryStream();

        SarifReport.Write(stream, set);

        Assert.That(JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("runs").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public void TheWorstStayWhereNotAllFit()
    {
        var many = Enumerable.Range(0, 25_100).Select(_ => Error with { Id = "AW2004", Severity = Severity.Suggestion }).Append(Error).ToList();

        var results = Run(Samples.Report(Samples.Method() with { Diagnostics = many })).GetProperty("results");

        Assert.That(results.GetArrayLength(), Is.EqualTo(25_000));
        Assert.That(results[0].GetProperty("level").GetString(), Is.EqualTo("error"));
    }

    private static IEnumerable<string?> Fingerprints(AssemblyReport report) =>
        Run(report).GetProperty("results").EnumerateArray().Select(r => r.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString());

    private static JsonElement Run(AssemblyReport report) =>
        JsonDocument.Parse(Bytes(report)).RootElement.GetProperty("runs")[0];

    private static Task<JsonSchema> StandardsSchema() => JsonSchema.FromFileAsync(Path.Combine(TestContext.CurrentContext.TestDirectory, "sarif-2.1.0.json"));

    private static byte[] Bytes(AssemblyReport report)
    {
        using var stream = new MemoryStream();
        SarifReport.Write(stream, report);
        return stream.ToArray();
    }
}
