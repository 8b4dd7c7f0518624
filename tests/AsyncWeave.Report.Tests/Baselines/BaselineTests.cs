using System.Text;
using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Tests.Baselines;

public sealed class BaselineTests
{
    private const string FileName = "src/MyApp/asyncweave.baseline.json";

    private static readonly StateMachineField Id = Samples.Field("id", FieldRole.Parameter, 8, 4, "id", "System.Int32");
    private static readonly StateMachineField Order = Samples.Field("<order>5__2", FieldRole.Local, 16, 120, "order", "MyApp.Order");
    private static readonly StateMachineField Awaiter = Samples.Field("<>u__1", FieldRole.Awaiter, 24, 8, null, "System.Runtime.CompilerServices.TaskAwaiter`1<System.Int32>");

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public void HasOneSortedLineForEachMethod()
    {
        var text = Write(Samples.Report(Samples.Method(fields: [Awaiter, Id]), Samples.Method("CancelAsync")));

        Assert.That(text, Is.EqualTo($$"""
            {
              "$schema": "asyncweave.baseline.schema.json",
              "schemaVersion": "1.0",
              "tool": "AsyncWeave {{ToolInfo.Current.Version}}",
              "assemblies": {
                "MyApp": {
                  "architecture": "x64",
                  "frameworks": ["net10.0"],
                  "methods": [
                    { "id": "M:MyApp.Orders.CancelAsync(System.Int32)", "size": 56, "awaits": 2, "hoisted": 0, "suspension": 120, "fields": "" },
                    { "id": "M:MyApp.Orders.SubmitAsync(System.Int32)", "size": 56, "awaits": 2, "hoisted": 1, "suspension": 120, "fields": "awaiter TaskAwaiter 8, id 4" }
                  ]
                }
              }
            }

            """));
    }

    [Test]
    public void HasALineForOneFrameworkOnlyWhereItDiffers()
    {
        var net8 = For("net8.0", Samples.Method(size: 64), Samples.Method("CancelAsync"), Samples.Method("OldAsync"));
        var net9 = For("net9.0", Samples.Method(), Samples.Method("CancelAsync"));
        var net10 = For("net10.0", Samples.Method(), Samples.Method("CancelAsync"));

        var lines = Write(net10, net8, net9).Split('\n').Where(l => l.Contains("\"id\"")).Select(l => l.Trim()).ToList();

        Assert.That(lines, Has.Count.EqualTo(4));
        Assert.That(lines[0], Does.Contain("CancelAsync").And.Not.Contain("framework"));
        Assert.That(lines[1], Does.Contain("OldAsync").And.Contain("\"framework\": \"net8.0\""));
        Assert.That(lines[2], Does.Contain("SubmitAsync").And.Not.Contain("framework").And.Contain("\"size\": 56"));
        Assert.That(lines[3], Does.Contain("SubmitAsync").And.Contain("\"framework\": \"net8.0\"").And.Contain("\"size\": 64"));
    }

    [Test]
    public void DoesNotDependOnTheOrderOfTheReports() =>
        Assert.That(Write(For("net8.0", Samples.Method(size: 64)), For("net10.0", Samples.Method())), Is.EqualTo(Write(For("net10.0", Samples.Method()), For("net8.0", Samples.Method(size: 64)))));

    [Test]
    public void UpdatingOneFrameworkKeepsTheOthersAndTheOtherAssemblies()
    {
        var path = _project.PathOf(FileName);
        var library = Samples.Report(Samples.Method()) with { Assembly = Samples.Report().Assembly with { Name = "Library" } };
        Baseline.Update(path, [For("net8.0", Samples.Method(size: 64)), For("net10.0", Samples.Method()), library], complete: true);

        var changed = Baseline.Update(path, [For("net10.0", Samples.Method(size: 48))], complete: false);

        Assert.That(changed, Is.True);
        Assert.That(File.ReadAllText(path), Is.EqualTo(Write(For("net8.0", Samples.Method(size: 64)), For("net10.0", Samples.Method(size: 48)), library)));
        Assert.That(Baseline.Update(path, [For("net10.0", Samples.Method(size: 48))], complete: false), Is.False, "an update that changes nothing leaves the file alone");
    }

    [Test]
    public void ACompleteUpdateDropsFrameworksThatAreGone()
    {
        var path = _project.PathOf(FileName);
        Baseline.Update(path, [For("net8.0", Samples.Method(size: 64)), For("net10.0", Samples.Method())], complete: true);

        Baseline.Update(path, [For("net10.0", Samples.Method())], complete: true);

        Assert.That(File.ReadAllText(path), Is.EqualTo(Write(For("net10.0", Samples.Method()))));
    }

    [Test]
    public void UnoptimizedBuildsNeitherWriteItNorReadIt()
    {
        var debug = Samples.Report(Samples.Method(size: 100, fields: Order));
        debug = debug with { Assembly = debug.Assembly with { Optimized = false } };
        Commit(Samples.Report(Samples.Method()));

        Assert.That(() => Write(debug), Throws.TypeOf<InvalidReportException>().With.Message.Contains("without optimization"));
        Assert.That(Judge.Of(debug, _project.Options).Log, Is.Empty);
        Assert.That(Judge.Of(debug, _project.Options).FilesRead, Is.Empty);
    }

    [Test]
    public void GrowthNamesOldNewAndTheFieldsThatBroughtIt()
    {
        Commit(Samples.Report(Samples.Method(fields: Id)));
        var grown = Samples.Method(size: 184, fields: [Id with { Size = 8 }, Order]);

        var verdict = Judge.Of(Samples.Report(grown), _project.Options);

        var error = verdict.Log.Single();
        Assert.That((error.Id, error.Severity, error.File, error.Line, error.Column), Is.EqualTo(("AW1005", Severity.Error, "src/Orders.cs", 42, 9)));
        Assert.That(error.Message, Does.StartWith(
            "Orders.SubmitAsync(int): state machine grew from 56 B to 184 B, 128 B past the baseline, the first suspension grew from 120 B to 248 B, 128 B past the baseline; came: order 120 B; grew: id 4 B to 8 B"));
        Assert.That(verdict.Report.Methods[0].Budget, Is.EqualTo(new Budget(BudgetStatus.Fail, Limits.None, null) { Baseline = new BaselineRow(56, 2, 1, 120) }));
    }

    [TestCase(8, false)]
    [TestCase(7, true)]
    public void GrowthWithinTheTolerancePasses(int tolerance, bool fails)
    {
        _project.Write("asyncweave.json", $$"""{ "baseline": { "toleranceBytes": {{tolerance}} } }""");
        Commit(Samples.Report(Samples.Method()));

        Assert.That(Judge.Of(Samples.Report(Samples.Method(size: 64)), _project.Options).Failed, Is.EqualTo(fails));
    }

    [Test]
    public void AListedMethodMayBeOverItsBudgetAndAnUnlistedOneMayNot()
    {
        Commit(Samples.Report(Samples.Method(size: 56)));

        var verdict = Judge.Of(Samples.Report(Samples.Method(size: 56), Samples.Method("NewAsync", size: 64) with { Token = "0x06000099" }), _project.With(("AsyncWeaveMaxStateMachineSize", "50")));

        Assert.That(verdict.Log.Select(d => (d.Id, d.Method)), Is.EqualTo(new[] { ("AW1001", "M:MyApp.Orders.NewAsync(System.Int32)") }));
        Assert.That(verdict.Report.Methods[0].Budget.Status, Is.EqualTo(BudgetStatus.Pass));
        Assert.That(verdict.Report.Methods[0].Diagnostics.Single() is { Id: "AW1001", Suppressed: true, Justification: "listed in the baseline" });
    }

    [Test]
    public void ACountPastTheLineIsHeldToTheBudgetAgain()
    {
        Commit(Samples.Report(Samples.Method()));
        var more = Samples.Method() with { Awaits = [Samples.Await(0, 1), Samples.Await(1, 2), Samples.Await(2, 3)] };

        Assert.That(Judge.Of(Samples.Report(more), _project.Options).Failed, Is.False);
        Assert.That(Judge.Of(Samples.Report(Samples.Method()), _project.With(("AsyncWeaveMaxAwaitCount", "1"))).Failed, Is.False);
        Assert.That(Judge.Of(Samples.Report(more), _project.With(("AsyncWeaveMaxAwaitCount", "1"))).Log.Single().Id, Is.EqualTo("AW1002"));
    }

    [Test]
    public void NewMethodsCanBeLetThrough()
    {
        _project.Write("asyncweave.json", """{ "budgets": { "maxStateMachineSize": 1 }, "baseline": { "newMethods": "ignore" } }""");
        Commit(Samples.Report());

        Assert.That(Judge.Of(Samples.Report(Samples.Method()), _project.Options).Failed, Is.False);
    }

    [Test]
    public void AMethodThatMovedOrWasRenamedIsNeitherNewNorGone()
    {
        Commit(Samples.Report(Samples.Method(size: 184, fields: [Id, Order]), Samples.Method("StayAsync") with { Token = "0x06000013" }));
        var renamed = Samples.Method("PlaceAsync", size: 184, fields: [Id, Order]);

        var verdict = Judge.Of(Samples.Report(renamed, Samples.Method("StayAsync") with { Token = "0x06000013" }), _project.With(("AsyncWeaveMaxStateMachineSize", "100")));

        Assert.That(verdict.Log, Is.Empty);
        Assert.That(verdict.Report.Methods[0].Budget.Baseline!.StateMachineSize, Is.EqualTo(184));
    }

    [Test]
    public void ALineThatMatchesNothingIsAWarningAtItsLineAndSlackIsAMessage()
    {
        Commit(Samples.Report(Samples.Method(), Samples.Method("GoneAsync", size: 999)));

        var log = Judge.Of(Samples.Report(Samples.Method(size: 40)), _project.Options).Log;

        Assert.That(log.Select(d => (d.Id, d.Severity, d.File, d.Line)), Is.EqualTo(new (string, Severity, string?, int?)[]
        {
            ("AW0005", Severity.Message, FileName, null), ("AW0005", Severity.Warning, FileName, 10),
        }));
        Assert.That(log[0].Message, Does.StartWith("1 line of the baseline is above today's values, by 16 B in all; largest: Orders.SubmitAsync(int) 16 B"));
        Assert.That(log[1].Message, Does.StartWith("the baseline's line for 'M:MyApp.Orders.GoneAsync(System.Int32)' matches no method"));
    }

    [Test]
    public void SlackAndStaleLinesCanBeErrors()
    {
        _project.Write("asyncweave.json", """{ "baseline": { "slack": "error", "stale": "error" } }""");
        Commit(Samples.Report(Samples.Method(), Samples.Method("GoneAsync", size: 999)));

        var log = Judge.Of(Samples.Report(Samples.Method(size: 40)), _project.Options).Log;

        Assert.That(log.Select(d => d.Severity), Is.EqualTo(new[] { Severity.Error, Severity.Error }));
    }

    [Test]
    public void GoingOverToRuntimeAsyncIsNoImprovementToZero()
    {
        Commit(Samples.Report(Samples.Method()));

        var log = Judge.Of(Samples.Report(Samples.Method() with { Kind = MethodKind.RuntimeAsync, StateMachine = null }), _project.Options).Log;

        Assert.That(log, Is.Empty);
    }

    [Test]
    public void ALambdaKeepsItsLineWhenAnotherIsAddedBeforeIt()
    {
        var save = Lambda(1, "MyApp.Store.SaveAsync(System.Int32)", size: 80);
        Commit(Samples.Report(Samples.Method(), save));
        var added = Lambda(1, "MyApp.Store.LoadAsync(System.Int32)", size: 56);
        var moved = Lambda(2, "MyApp.Store.SaveAsync(System.Int32)", size: 80);

        var verdict = Judge.Of(Samples.Report(Samples.Method(), added, moved), _project.Options);

        Assert.That(verdict.Log, Is.Empty);
        Assert.That(verdict.Report.Methods.Select(m => m.Budget.Baseline?.StateMachineSize), Is.EqualTo(new int?[] { 56, null, 80 }));
    }

    [TestCase("<<<<<<< HEAD", "AW0002", "a value is expected here, found '<'")]
    [TestCase("""{ "assemblies": { "MyApp": { "frameworks": ["net10.0"], "methods": [ { "id": "M:A", "awaits": 1, "sise": 3 } ] } } }""", "AW0002", "unknown key 'sise'; did you mean 'size'?")]
    [TestCase("""{ "assemblies": { "MyApp": { "frameworks": ["net10.0"], "methods": [ { "awaits": 1 } ] } } }""", "AW0002", "needs 'id' and 'awaits'")]
    [TestCase("""{ "assemblies": { "MyApp": { "frameworks": ["net10.0"], "methods": [ { "id": "M:MyApp.Orders.SubmitAsync(System.Int32)", "awaits": 1 }, { "id": "M:MyApp.Orders.SubmitAsync(System.Int32)", "awaits": 1 } ] } } }""", "AW0002", "a merge left both")]
    [TestCase("""{ "schemaVersion": "9.0", "assemblies": { "MyApp": { "frameworks": ["net10.0"], "methods": [] } } }""", "AW0002", "schema version is 9.0")]
    [TestCase("""{ "assemblies": { } }""", "AW0005", "no lines for the assembly MyApp")]
    [TestCase("""{ "assemblies": { "MyApp": { "frameworks": ["net8.0"], "methods": [] } } }""", "AW0005", "no lines of MyApp for net10.0, only for net8.0")]
    [TestCase("""{ "assemblies": { "MyApp": { "architecture": "x86", "frameworks": ["net10.0"], "methods": [] } } }""", "AW0005", "holds for x86, this report is laid out for x64")]
    public void ABaselineThatCannotBeJudgedIsNeverSilent(string text, string id, string message)
    {
        _project.Write(FileName, text);

        var log = Judge.Of(Samples.Report(Samples.Method()), _project.Options).Log;

        Assert.That(log.Select(d => d.Id), Does.Contain(id));
        Assert.That(log.First(d => d.Id == id).Message, Does.Contain(message));
    }

    [Test]
    public void ANamedBaselineThatIsMissingIsAnErrorUnlessItIsToBeWritten()
    {
        Assert.That(Judge.Of(Samples.Report(Samples.Method()), _project.With(("AsyncWeaveBaselineFile", "b.json"))).Log.Single().Id, Is.EqualTo("AW0002"));
        Assert.That(Judge.Of(Samples.Report(Samples.Method()), _project.With(("AsyncWeaveBaselineFile", "b.json"), ("AsyncWeaveUpdateBaseline", "true"), ("AsyncWeaveMaxStateMachineSize", "1"))).Log, Is.Empty);
    }

    private static MethodReport Lambda(int number, string operation, int size) => Samples.Method(size: size) with
    {
        Id = $"M:MyApp.Orders.SubmitAsync(System.Int32).<lambda {number}>",
        Name = $"MyApp.Orders.SubmitAsync.<lambda {number}>",
        Form = MethodForm.Lambda,
        ContainingMethod = "M:MyApp.Orders.SubmitAsync(System.Int32)",
        Token = "0x0600010" + number,
        Awaits = [Samples.Await(0, 50) with { Operation = operation }],
    };

    private static AssemblyReport For(string framework, params MethodReport[] methods)
    {
        var report = Samples.Report(methods);
        return report with { Assembly = report.Assembly with { TargetFramework = framework } };
    }

    private void Commit(AssemblyReport report) => _project.Write(FileName, Write(report));

    private static string Write(params AssemblyReport[] reports)
    {
        using var stream = new MemoryStream();
        Baseline.Write(stream, reports);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
