using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Tests.Budgets;

/// <summary>The rule of specificity of docs/configuration.md, as a table.</summary>
public sealed class LimitResolverTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCase("""{ "budgets": { "maxStateMachineSize": 10 } }""", 10, "asyncweave.json", TestName = "the file's budget")]
    [TestCase("""{ "budgets": { "maxStateMachineSize": 10 }, "overrides": [ { "match": "MyApp.*", "maxStateMachineSize": 20 } ] }""", 20, "asyncweave.json", TestName = "an override before the budget")]
    [TestCase("""{ "overrides": [ { "match": "MyApp.Orders.SubmitAsync", "maxStateMachineSize": 30 }, { "match": "MyApp.Orders.*", "maxStateMachineSize": 20 } ] }""", 30, "asyncweave.json", TestName = "the exact name before a pattern, wherever it stands")]
    [TestCase("""{ "overrides": [ { "match": "MyApp.Orders.*", "maxStateMachineSize": 30 }, { "match": "*.SubmitAsync", "maxStateMachineSize": 20 } ] }""", 30, "asyncweave.json", TestName = "more literal characters before fewer")]
    [TestCase("""{ "overrides": [ { "match": "MyApp.*", "maxStateMachineSize": 30 }, { "match": "MyApp.*", "maxStateMachineSize": 20 } ] }""", 20, "asyncweave.json", TestName = "the later of two equals")]
    [TestCase("""{ "overrides": [ { "match": "MyApp.Orders.SubmitAsync", "maxAwaitCount": 30 }, { "match": "MyApp.*", "maxStateMachineSize": 20 } ] }""", 20, "asyncweave.json", TestName = "metric by metric")]
    public void TheFile(string json, int expected, string from)
    {
        _project.Write("asyncweave.json", json);

        var budget = Judge.Of(Samples.Report(Samples.Method()), _project.Options).Report.Methods[0].Budget;

        Assert.That(budget.Limits.MaxStateMachineSize, Is.EqualTo(expected));
        Assert.That(budget.From, Is.EqualTo(from));
    }

    [Test]
    public void APropertyReplacesTheFilesBudgetAndLeavesItsOverrides()
    {
        _project.Write("asyncweave.json", """{ "budgets": { "maxStateMachineSize": 10 }, "overrides": [ { "match": "MyApp.Orders.SubmitAsync", "maxStateMachineSize": 20 } ] }""");

        var methods = Judge.Of(Samples.Report(Samples.Method(), Samples.Method("CancelAsync")), _project.With(("AsyncWeaveMaxStateMachineSize", "15"))).Report.Methods;

        Assert.That(methods.Select(m => (m.Budget.Limits.MaxStateMachineSize, m.Budget.From)), Is.EqualTo(new[] { (20, "asyncweave.json"), ((int?)15, "AsyncWeaveMaxStateMachineSize") }));
    }

    [Test]
    public void AnItemGoesBeforeAnOverrideAndAnAttributeBeforeBoth()
    {
        _project.Write("asyncweave.json", """{ "overrides": [ { "match": "MyApp.Orders.*", "maxStateMachineSize": 10 } ] }""");
        var options = _project.Options with { Items = [Item("MyApp.*", ("MaxStateMachineSize", "20"))] };
        var attributed = Samples.Method("CancelAsync") with
        {
            Declarations = new SourceDeclarations([new DeclaredBudget("method", new Limits(null, 7, null, null)), new DeclaredBudget("type Orders", new Limits(30, 9, null, null))], []),
        };

        var methods = Judge.Of(Samples.Report(Samples.Method(), attributed), options).Report.Methods;

        Assert.That(methods[0].Budget.Limits, Is.EqualTo(new Limits(20, null, null, null)));
        Assert.That(methods[0].Budget.From, Is.EqualTo("AsyncWeaveBudget 'MyApp.*'"));
        Assert.That(methods[1].Budget.Limits, Is.EqualTo(new Limits(30, 7, null, null)), "the nearest attribute, metric by metric");
        Assert.That(methods[1].Budget.From, Is.EqualTo("[AsyncBudget] on the type Orders, [AsyncBudget] on the method"));
    }

    [Test]
    public void ABudgetReachesLambdasAndLocalFunctionsUnlessTheyHaveTheirOwn()
    {
        _project.Write("asyncweave.json", """
            { "overrides": [
              { "match": "MyApp.Orders.SubmitAsync", "maxStateMachineSize": 20 },
              { "match": "MyApp.Orders.SubmitAsync.Retry", "maxStateMachineSize": 40 },
              { "match": "*", "maxStateMachineSize": 10 } ] }
            """);

        var methods = Judge.Of(Samples.Report(Samples.Method(), Inside("<lambda 1>", MethodForm.Lambda), Inside("Retry", MethodForm.LocalFunction)), _project.Options).Report.Methods;

        Assert.That(methods[0].Budget.Limits.MaxStateMachineSize, Is.EqualTo(20));
        Assert.That(methods[2].Budget.Limits.MaxStateMachineSize, Is.EqualTo(40));
        Assert.That(methods[1].Budget.Limits.MaxStateMachineSize, Is.EqualTo(20), "the star has no method in mind");
    }

    [Test]
    public void AnExclusionReachesLambdasAndLocalFunctionsUnlessTheyHaveTheirOwn()
    {
        _project.Write("asyncweave.json", """
            { "budgets": { "maxStateMachineSize": 1 },
              "overrides": [ { "match": "MyApp.Orders.SubmitAsync.Retry", "maxStateMachineSize": 2 } ],
              "exclude": [ "MyApp.Orders.SubmitAsync" ] }
            """);
        var trap = new Diagnostic("AW2003", null, Severity.Warning, "async void", null, null, null);

        var verdict = Judge.Of(
            Samples.Report(Samples.Method() with { Diagnostics = [trap] }, Inside("<lambda 1>", MethodForm.Lambda), Inside("Retry", MethodForm.LocalFunction), Samples.Method("CancelAsync")), _project.Options);

        Assert.That(verdict.Report.Methods.Select(m => m.Budget.Status), Is.EqualTo(new[] { BudgetStatus.None, BudgetStatus.None, BudgetStatus.Fail, BudgetStatus.Fail }));
        Assert.That(verdict.Report.Methods[0].Diagnostics.Single() is { Suppressed: true, Justification: "excluded by 'MyApp.Orders.SubmitAsync'" });
        Assert.That(verdict.Log, Has.Count.EqualTo(2));
    }

    [Test]
    public void AnOverridesSeverityIsThatOfItsMethodsBudgets()
    {
        _project.Write("asyncweave.json", """{ "budgets": { "maxStateMachineSize": 1 }, "overrides": [ { "match": "*.SubmitAsync", "severity": "warning" } ] }""");

        var verdict = Judge.Of(Samples.Report(Samples.Method(), Samples.Method("CancelAsync")), _project.Options);

        Assert.That(verdict.Log.Select(d => (d.Method, d.Severity)), Is.EquivalentTo(new[]
        {
            ("M:MyApp.Orders.SubmitAsync(System.Int32)", Severity.Warning), ("M:MyApp.Orders.CancelAsync(System.Int32)", Severity.Error),
        }));
    }

    [Test]
    public void APatternThatMatchesNothingIsAWarningWithTheNearestName()
    {
        _project.Write("asyncweave.json", """
            {
              "overrides": [ { "match": "MyApp.Oders.*", "maxAwaitCount": 3 } ],
              "exclude": [ "MyApp.Orders.SubmitAsnyc", "*.Nothing" ]
            }
            """);
        var options = _project.Options with { Items = [Item("Other.*", ("MaxAwaitCount", "1"))], ProjectFile = "src/MyApp/MyApp.csproj" };

        var log = Judge.Of(Samples.Report(Samples.Method()), options).Log;

        Assert.That(log.Select(d => (d.Id, d.Severity, d.File, d.Line, d.Column)), Is.EqualTo(new (string, Severity, string?, int?, int?)[]
        {
            ("AW0005", Severity.Warning, "asyncweave.json", 2, 29),
            ("AW0005", Severity.Warning, "asyncweave.json", 3, 16),
            ("AW0005", Severity.Warning, "asyncweave.json", 3, 44),
            ("AW0005", Severity.Warning, "src/MyApp/MyApp.csproj", null, null),
        }));
        Assert.That(log[0].Message, Does.EndWith("did you mean 'MyApp.Orders.*'?"));
        Assert.That(log[1].Message, Does.EndWith("did you mean 'MyApp.Orders.SubmitAsync'?"));
        Assert.That(log[2].Message, Does.EndWith("of this assembly"));
    }

    [Test]
    public void InASharedFileAPatternForAnotherProjectIsNoMistake()
    {
        _project.Write("asyncweave.json", """{ "exclude": [ "MyApp.Import.*", "MyApp.Imprt.*" ] }""");
        _project.Write("src/MyApp/MyApp.csproj", "");
        _project.Write("src/MyApp.Import/MyApp.Import.csproj", "");

        var log = Judge.Of(Samples.Report(Samples.Method()), _project.Options).Log;

        Assert.That(log.Select(d => (d.Id, d.Severity)), Is.EqualTo(new[] { ("AW0005", Severity.Message), ("AW0005", Severity.Warning) }));
    }

    [TestCase("MaxStateMachinesSize", "1", "unknown metadata 'MaxStateMachinesSize'; did you mean 'MaxStateMachineSize'?")]
    [TestCase("MaxStateMachineSize", "many", "must be a whole number of 0 or more, not 'many'")]
    [TestCase("Severity", "fatal", "Severity must be one of")]
    public void AMistakeInAnItemIsAnError(string key, string value, string message)
    {
        var verdict = Judge.Of(Samples.Report(Samples.Method()), _project.Options with { Items = [Item("MyApp.*", (key, value))] });

        Assert.That(verdict.Log.Single().Id, Is.EqualTo("AW0002"));
        Assert.That(verdict.Log.Single().Message, Does.Contain(message));
    }

    private static BudgetItem Item(string pattern, params (string Key, string Value)[] metadata) =>
        new(pattern, metadata.ToDictionary(m => m.Key, m => m.Value));

    private static MethodReport Inside(string name, MethodForm form) => Samples.Method() with
    {
        Id = "M:MyApp.Orders.SubmitAsync(System.Int32)." + name,
        Name = "MyApp.Orders.SubmitAsync." + name,
        Form = form,
        ContainingMethod = "M:MyApp.Orders.SubmitAsync(System.Int32)",
    };
}
