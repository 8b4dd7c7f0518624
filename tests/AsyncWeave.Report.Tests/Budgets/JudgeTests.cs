using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Tests.Budgets;

public sealed class JudgeTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public void WithoutConfigurationNothingFailsAndNothingIsSaid()
    {
        var verdict = Judge.Of(Samples.Report(Samples.Method(size: 10_000)), _project.Options);

        Assert.That(verdict.Failed, Is.False);
        Assert.That(verdict.Log, Is.Empty);
        Assert.That(verdict.Report.Methods[0].Budget.Status, Is.EqualTo(BudgetStatus.None));
    }

    [Test]
    public void WhereTheAuthorPutNothingInTheMessageSaysWhatTheCompilerPutThere()
    {
        var method = Samples.Method(size: 88, fields: [Samples.Field("<>1__state", FieldRole.State, 0, 4), Samples.Field("<>v__promiseOfValueOrEnd", FieldRole.Other, 8, 40)]);

        var error = Judge.Of(Samples.Report(method), _project.With(("AsyncWeaveMaxStateMachineSize", "70"))).Log.Single();

        Assert.That(error.Message, Is.EqualTo("Orders.SubmitAsync(int): state machine is 88 B, 18 B over its budget of 70 B; no parameter or local in it; largest: <>v__promiseOfValueOrEnd 40 B, <>1__state 4 B"));
    }

    [TestCase("55", true)]
    [TestCase("56", false)]
    public void AValueEqualToItsLimitPasses(string limit, bool fails)
    {
        var verdict = Judge.Of(Samples.Report(Samples.Method(size: 56)), _project.With(("AsyncWeaveMaxStateMachineSize", limit)));

        Assert.That(verdict.Failed, Is.EqualTo(fails));
        Assert.That(verdict.Report.Methods[0].Budget.Status, Is.EqualTo(fails ? BudgetStatus.Fail : BudgetStatus.Pass));
    }

    [Test]
    public void TheMessageHasTheFactTheLimitTheExcessAndTheLargestContributors()
    {
        var method = Samples.Method(
            size: 312,
            fields: [Samples.Field("<>1__state", FieldRole.State, 0, 4), Samples.Field("quote", FieldRole.Local, 8, 64, "quote"), Samples.Field("order", FieldRole.Parameter, 72, 120, "order")]);

        var verdict = Judge.Of(Samples.Report(method), _project.With(("AsyncWeaveMaxStateMachineSize", "256")));

        var error = verdict.Log.Single();
        Assert.That(error.Message, Does.StartWith("Orders.SubmitAsync(int): state machine is 312 B, 56 B over its budget of 256 B; largest: order 120 B, quote 64 B"));
        Assert.That((error.Id, error.Severity, error.File, error.Line, error.Column), Is.EqualTo(("AW1001", Severity.Error, "src/Orders.cs", 42, 9)));
    }

    [Test]
    public void TheMessageNamesWhatCouldGo()
    {
        var method = Samples.Method(fields: [Samples.Field("id", FieldRole.Parameter, 0, 8, "id") with { LiveAcross = [], SavesBytes = 16 }, Samples.Field("order", FieldRole.Parameter, 8, 8, "order")]);

        var log = Judge.Of(Samples.Report(method), _project.With(("AsyncWeaveMaxStateMachineSize", "1"), ("AsyncWeaveMaxAwaitCount", "1"))).Log;

        Assert.That(log[0].Message, Does.EndWith("; needed after no await: id (saves 16 B)"));
        Assert.That(log[1].Message, Is.EqualTo("Orders.SubmitAsync(int): awaits 2 times, 1 over its budget of 1; most: Task.Delay(int) 2 times"));
    }

    [TestCase("AsyncWeaveMaxAwaitCount", "1", "AW1002")]
    [TestCase("AsyncWeaveMaxHoistedFields", "0", "AW1003")]
    [TestCase("AsyncWeaveMaxSuspensionBytes", "119", "AW1004")]
    public void EveryMetricHasItsDiagnostic(string property, string limit, string id)
    {
        var method = Samples.Method(fields: Samples.Field("order", FieldRole.Parameter, 0, 8, "order"));

        var verdict = Judge.Of(Samples.Report(method), _project.With((property, limit)));

        Assert.That(verdict.Log.Single().Id, Is.EqualTo(id));
    }

    [TestCase(null, false, false)]
    [TestCase("auto", false, false)]
    [TestCase("always", false, true)]
    [TestCase("never", true, false)]
    [TestCase("auto", true, true)]
    public void BudgetsAreEnforcedWhereTheCompilerOptimized(string? enforce, bool optimized, bool fails)
    {
        var options = _project.With(("AsyncWeaveMaxStateMachineSize", "1"), ("AsyncWeaveEnforce", enforce ?? "")) with { Optimized = optimized };

        var verdict = Judge.Of(Samples.Report(Samples.Method()), options);

        Assert.That(verdict.Failed, Is.EqualTo(fails));
        Assert.That(verdict.Log.Single().Severity, Is.EqualTo(fails ? Severity.Error : Severity.Message));
        Assert.That(verdict.Report.Summary.OverBudget, Is.EqualTo(fails ? 1 : 0));
    }

    [Test]
    public void AWarningLevelWarnsAndAnErrorLevelFails()
    {
        _project.Write("asyncweave.json", """{ "budgets": { "maxStateMachineSize": { "warn": 50, "error": 100 } } }""");

        var warned = Judge.Of(Samples.Report(Samples.Method(size: 56)), _project.Options);
        var failed = Judge.Of(Samples.Report(Samples.Method(size: 101)), _project.Options);

        Assert.That(warned.Log.Single().Severity, Is.EqualTo(Severity.Warning));
        Assert.That(warned.Log.Single().Message, Does.Contain("6 B over its budget of 50 B"));
        Assert.That(warned.Report.Methods[0].Budget.Status, Is.EqualTo(BudgetStatus.Warn));
        Assert.That(failed.Log.Single().Message, Does.Contain("1 B over its budget of 100 B"));
        Assert.That(failed.Failed, Is.True);
    }

    [TestCase("asyncweave.json")]
    [TestCase("src/asyncweave.json")]
    [TestCase("src/MyApp/asyncweave.json")]
    public void TheConfigurationIsFoundUpwardToTheRepositoryRoot(string path)
    {
        _project.Write(path, """{ "budgets": { "maxStateMachineSize": 1 } }""");

        var verdict = Judge.Of(Samples.Report(Samples.Method()), _project.Options);

        Assert.That(verdict.Failed, Is.True);
        Assert.That(verdict.Report.Methods[0].Budget.From, Is.EqualTo("asyncweave.json"));
        Assert.That(verdict.FilesRead, Is.EqualTo(new[] { _project.PathOf(path) }));
        Assert.That(verdict.Report.Configuration!.Single(s => s.Name == "ConfigFile").Value, Is.EqualTo(path));
        Assert.That(verdict.Report.Configuration!.Single(s => s.Name == "MaxStateMachineSize").From, Is.EqualTo("asyncweave.json(1,39)"));
    }

    [Test]
    public void TheSearchEndsAtTheRepositoryRoot()
    {
        _project.Write("asyncweave.json", """{ "budgets": { "maxStateMachineSize": 1 } }""");
        Directory.CreateDirectory(_project.PathOf("src/MyApp/.git"));

        Assert.That(Judge.Of(Samples.Report(Samples.Method()), _project.Options).Failed, Is.False);
    }

    [Test]
    public void ANamedConfigurationThatIsMissingIsAnError()
    {
        var verdict = Judge.Of(Samples.Report(Samples.Method()), _project.With(("AsyncWeaveConfigFile", "nowhere.json")));

        Assert.That(verdict.Log.Single().Id, Is.EqualTo("AW0002"));
        Assert.That(verdict.Log.Single().Message, Is.EqualTo("the configuration that AsyncWeaveConfigFile names could not be read: 'src/MyApp/nowhere.json' does not exist"));
    }

    [TestCase("AsyncWeaveMaxStateMachineSize", "256.5", "AsyncWeaveMaxStateMachineSize must be a whole number of 0 or more, not '256.5'")]
    [TestCase("AsyncWeaveMaxAwaitCount", "-1", "not '-1'")]
    [TestCase("AsyncWeaveStrict", "yes", "AsyncWeaveStrict must be true or false, not 'yes'")]
    [TestCase("AsyncWeaveEnforce", "sometimes", "AsyncWeaveEnforce must be one of auto, always, never")]
    [TestCase("AsyncWeaveMaxStateMachinSize", "1", "did you mean 'MaxStateMachineSize'?")]
    public void AMistakeInAPropertyIsAnError(string property, string value, string message)
    {
        var verdict = Judge.Of(Samples.Report(), _project.With((property, value)) with { ProjectFile = "src/MyApp/MyApp.csproj" });

        Assert.That(verdict.Log.Single().Id, Is.EqualTo("AW0002"));
        Assert.That(verdict.Log.Single().File, Is.EqualTo("src/MyApp/MyApp.csproj"));
        Assert.That(verdict.Log.Single().Message, Does.Contain(message));
    }

    [Test]
    public void ASuppressedFindingStaysInTheReportMarked()
    {
        var trap = new Diagnostic("AW2003", "M:MyApp.Orders.SubmitAsync(System.Int32)", Severity.Warning, "async void", "src/Orders.cs", 42, 9);
        var method = Samples.Method() with
        {
            Diagnostics = [trap],
            Declarations = new SourceDeclarations([], [new Suppression("AW2003", "method", "an event handler in disguise")]),
        };

        var verdict = Judge.Of(Samples.Report(method), _project.Options);

        Assert.That(verdict.Log, Is.Empty);
        Assert.That(verdict.Report.Methods[0].Diagnostics.Single() is { Suppressed: true, Justification: "an event handler in disguise" });
    }

    [Test]
    public void TrapsReachTheLogFromAWarningUpAndStandInTheReportBelow()
    {
        var method = Samples.Method() with
        {
            Diagnostics =
            [
                new Diagnostic("AW2003", null, Severity.Warning, "async void", null, null, null),
                new Diagnostic("AW2004", null, Severity.Suggestion, "await in loop", null, null, null),
                new Diagnostic("AW2009", null, Severity.None, "captures the context", null, null, null),
            ],
        };

        var verdict = Judge.Of(Samples.Report(method), _project.Options);

        Assert.That(verdict.Log.Select(d => d.Id), Is.EqualTo(new[] { "AW2003" }));
        Assert.That(verdict.Report.Methods[0].Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "AW2003", "AW2004" }), "what is off by default is not recorded");
    }

    [Test]
    public void ARuleThatIsOffByDefaultIsSwitchedOnByItsSeverity()
    {
        _project.Write("asyncweave.json", """{ "rules": { "AW2009": "warning" } }""");
        var method = Samples.Method() with { Diagnostics = [new Diagnostic("AW2009", null, Severity.None, "captures the context", null, null, null)] };

        Assert.That(Judge.Of(Samples.Report(method), _project.Options).Log.Single().Severity, Is.EqualTo(Severity.Warning));
    }

    [Test]
    public void AJudgedReportCanBeJudgedAgainByOtherBudgets()
    {
        var method = Samples.Method() with { Diagnostics = [new Diagnostic("AW2003", null, Severity.Warning, "async void", null, null, null)] };
        var strict = Judge.Of(Samples.Report(method), _project.With(("AsyncWeaveMaxStateMachineSize", "1"), ("AsyncWeaveTreatWarningsAsErrors", "true")));

        var again = Judge.Of(strict.Report, _project.Options);

        Assert.That(strict.Log.Select(d => d.Severity), Is.All.EqualTo(Severity.Error).And.Exactly(2).Items);
        Assert.That(again.Log.Select(d => (d.Id, d.Severity)), Is.EqualTo(new[] { ("AW2003", Severity.Warning) }));
    }

    [Test]
    public void MethodsWithoutAnySizeAreNeverAnEmptyGreenReport()
    {
        var verdict = Judge.Of(Samples.Report(Samples.Method() with { StateMachine = null }), _project.Options);

        Assert.That(verdict.Log.Single().Id, Is.EqualTo("AW0008"));
    }

    [Test]
    public void RuntimeAsyncMethodsHaveAwaitBudgetsAndNoSizeBudget()
    {
        var method = Samples.Method() with { Kind = MethodKind.RuntimeAsync, StateMachine = null };

        var verdict = Judge.Of(Samples.Report(method), _project.With(("AsyncWeaveMaxStateMachineSize", "0"), ("AsyncWeaveMaxSuspensionBytes", "0"), ("AsyncWeaveMaxAwaitCount", "1")));

        Assert.That(verdict.Log.Select(d => d.Id), Is.EqualTo(new[] { "AW1002" }));
    }
}
