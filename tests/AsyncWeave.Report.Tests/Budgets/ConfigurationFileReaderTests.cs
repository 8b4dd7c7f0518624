using System.Text;
using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Tests.Budgets;

public sealed class ConfigurationFileReaderTests
{
    [Test]
    public void TheContractsExampleReadsWithCommentsAndTrailingCommas()
    {
        var (file, problems) = Read("""
            {
              // one page for the whole team
              "$schema": "asyncweave.schema.json",
              "budgets": { "maxStateMachineSize": 256, "maxAwaitCount": { "warn": 8, "error": 10 }, },
              "overrides": [
                { "match": "MyApp.Import.*", "maxStateMachineSize": 512, "severity": "warning", "justification": "one call per night" }, /* and no more */
              ],
              "rules": { "AW2004": "warning", "AW2009": "none" },
              "exclude": [ "MyApp.Generated.*" ],
              "baseline": { "toleranceBytes": 8, "newMethods": "ignore", "slack": "error", "stale": "none" },
            }
            """);

        Assert.That(problems, Is.Empty);
        Assert.That(file.Budgets.Select(t => (t.Metric.JsonKey, t.Warn, t.Error)), Is.EqualTo(new (string, int?, int?)[] { ("maxStateMachineSize", null, 256), ("maxAwaitCount", 8, 10) }));
        Assert.That(file.Overrides.Single().Severity, Is.EqualTo(Severity.Warning));
        Assert.That(file.Overrides.Single().Justification, Is.EqualTo("one call per night"));
        Assert.That(file.Rules.Select(r => (r.Id, r.Severity)), Is.EqualTo(new[] { ("AW2004", Severity.Warning), ("AW2009", Severity.None) }));
        Assert.That(file.Exclusions.Single().Pattern.Text, Is.EqualTo("MyApp.Generated.*"));
        Assert.That(file.Baseline, Is.EqualTo(new BaselineRules(8, false, Severity.Error, Severity.None)));
    }

    [TestCase("""{ "budget": {} }""", 1, 3, "unknown key 'budget'; did you mean 'budgets'?")]
    [TestCase("""{ "budgets": { "maxStatemachineSize": 1 } }""", 1, 16, "unknown budget 'maxStatemachineSize'; did you mean 'maxStateMachineSize'?")]
    [TestCase("""{ "budgets": { "x": 1 } }""", 1, 16, "known: maxStateMachineSize, maxAwaitCount, maxHoistedFields, maxSuspensionBytes")]
    [TestCase("""{ "budgets": { "maxAwaitCount": -1 } }""", 1, 33, "whole number of 0 or more, not -1")]
    [TestCase("""{ "budgets": { "maxAwaitCount": 1.5 } }""", 1, 33, "not 1.5")]
    [TestCase("""{ "budgets": { "maxAwaitCount": "10" } }""", 1, 33, "not the text \"10\"")]
    [TestCase("""{ "budgets": { "maxAwaitCount": 99999999999 } }""", 1, 33, "not 99999999999")]
    [TestCase("""{ "budgets": { "maxAwaitCount": null } }""", 1, 33, "is null")]
    [TestCase("""{ "budgets": { "maxAwaitCount": 1, "maxAwaitCount": 2 } }""", 1, 36, "given twice")]
    [TestCase("""{ "budgets": { "maxAwaitCount": { "warm": 1 } } }""", 1, 35, "unknown level 'warm'; did you mean 'warn'?")]
    [TestCase("""{ "budgets": { "maxAwaitCount": { "warn": 9, "error": 8 } } }""", 1, 43, "can never be reached")]
    [TestCase("""{ "budgets": [] }""", 1, 14, "must be an object")]
    [TestCase("""{ "overrides": [ { "maxAwaitCount": 1 } ] }""", 1, 18, "needs 'match'")]
    [TestCase("""{ "overrides": [ { "match": 3 } ] }""", 1, 29, "must be a pattern")]
    [TestCase("""{ "overrides": [ { "match": "A", "severity": "warn" } ] }""", 1, 46, "did you mean 'warning'?")]
    [TestCase("""{ "overrides": {} }""", 1, 16, "must be a list")]
    [TestCase("""{ "rules": { "AW2004": "loud" } }""", 1, 24, "must be one of none, message, suggestion, warning, error, not 'loud'")]
    [TestCase("""{ "exclude": [ 1 ] }""", 1, 16, "must be a pattern")]
    [TestCase("""{ "baseline": { "tolerance": 1 } }""", 1, 17, "did you mean 'toleranceBytes'?")]
    [TestCase("""{ "baseline": { "newMethods": "fail" } }""", 1, 31, "one of budget, ignore")]
    [TestCase("[]", 1, 1, "must be an object")]
    [TestCase("", 1, 1, "a value is expected here, found the end of the file")]
    [TestCase("{ \"budgets\": {\n  \"maxAwaitCount\" 3 } }", 2, 19, "':' after the name is expected here")]
    [TestCase("{ /* open", 1, 3, "comment is not closed")]
    [TestCase("{ \"exclude\": [ \"a\nb\" ] }", 1, 16, "not closed on its line")]
    [TestCase("{} x", 1, 4, "the end of the file is expected")]
    public void AMistakeIsNamedWithItsPlaceAndTheNearestName(string text, int line, int column, string message)
    {
        var (_, problems) = Read(text);

        var problem = problems.Single();
        Assert.That(problem.Id, Is.EqualTo("AW0002"));
        Assert.That((problem.File, problem.Line, problem.Column), Is.EqualTo(("asyncweave.json", line, column)), problem.Message);
        Assert.That(problem.Message, Does.Contain(message));
    }

    [Test]
    public void AllMistakesAreNamedNotJustTheFirst()
    {
        var (file, problems) = Read("""
            {
              "budgets": { "maxStateMachineSize": -1, "maxAwaits": 3, "maxAwaitCount": 10 },
              "rules": { "AW9999": "none", "AW2004": "warnin" },
              "colour": "red"
            }
            """);

        Assert.That(problems.Select(p => (p.Id, p.Line)), Is.EquivalentTo(new[] { ("AW0002", 4), ("AW0002", 2), ("AW0002", 2), ("AW0005", 3), ("AW0002", 3) }));
        Assert.That(file.Budgets.Single().Error, Is.EqualTo(10), "what is right holds all the same");
    }

    private static (ConfigurationFile File, IReadOnlyList<Diagnostic> Problems) Read(string text)
    {
        var problems = new Problems();
        var file = new ConfigurationFileReader("asyncweave.json", problems).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return (file, problems.Found.Select(f => f.Diagnostic).ToList());
    }
}
