namespace AsyncWeave.Model.Tests;

public sealed class SummaryTests
{
    [Test]
    public void TotalsAreSumsOfTheParts()
    {
        var report = Report(Method(100, exact: true, awaits: 2), Method(56, exact: false, awaits: 1), Method(null, exact: true, awaits: 3));

        var summary = report.Summary;

        // 100 + 56 = 156; the runtime-async method has no state machine; 2 + 1 + 3 = 6 awaits
        Assert.That((summary.Methods, summary.StateMachines, summary.RuntimeAsyncMethods, summary.Awaits), Is.EqualTo((3, 2, 1, 6)));
        Assert.That((summary.TotalStateMachineBytes, summary.LargestStateMachineBytes, summary.Inexact), Is.EqualTo((156L, 100, 1)));
    }

    [Test]
    public void FindingsAreCountedByIdWithoutTheSuppressedOnes()
    {
        var method = Method(56, exact: true, awaits: 0) with
        {
            Diagnostics = [Finding("AW2004"), Finding("AW2004") with { Suppressed = true }, Finding("AW1001")],
            Budget = new Budget(BudgetStatus.Fail, Limits.None, null),
        };
        var report = Report(method) with { Diagnostics = [Finding("AW2004")] };

        Assert.That(report.Summary.Diagnostics, Is.EqualTo(new Dictionary<string, int> { ["AW1001"] = 1, ["AW2004"] = 2 }));
        Assert.That(report.Summary.OverBudget, Is.EqualTo(1));
    }

    [Test]
    public void AnEmptyReportHasNoLargest() =>
        Assert.That(Report().Summary.LargestStateMachineBytes, Is.Zero);

    private static Diagnostic Finding(string id) => new(id, null, Severity.Suggestion, "", null, null, null);

    private static AssemblyReport Report(params MethodReport[] methods) => new(
        "1.0", ToolInfo.Current, new AssemblyIdentity("A", "", "net10.0", true, "portable"), new RuntimeInfo("net10.0", "x64", 8, "installed"), methods, []);

    private static MethodReport Method(int? size, bool exact, int awaits) => new(
        "M:A.B", "A.B", "A.B()", size is null ? MethodKind.RuntimeAsync : MethodKind.Async, MethodForm.Method, null, "0x06000001", "System.Threading.Tasks.Task", null, null,
        size is null ? null : new StateMachine("0x02000002", "A/<B>d__0", true, size.Value, 8, 0, true, exact, exact ? null : "x", null, []), null,
        Enumerable.Range(0, awaits).Select(i => new Await(i, null, null, null, null, AwaitSyntax.Await, null, false, AwaitRegion.Body)).ToList(),
        null, Budget.None, []);
}
