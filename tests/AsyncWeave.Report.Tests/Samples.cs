using AsyncWeave.Model;

namespace AsyncWeave.Report.Tests;

/// <summary>Small reports by hand; every member of the records has a value that is not its default somewhere.</summary>
internal static class Samples
{
    public static StateMachineField Field(string name, FieldRole role, int offset, int size, string? sourceName = null, string type = "System.Object") =>
        new(name, "0x04000021", role, sourceName, type, offset, size, 0, [0], 43, 45, size, []);

    public static StateMachine Machine(int size, params StateMachineField[] fields) =>
        new("0x02000007", "MyApp.Orders/<SubmitAsync>d__3", IsValueType: true, size, 8, 4, ContainsReferences: true, Exact: true, null, null, fields);

    public static MethodReport Method(string name = "SubmitAsync", int size = 56, params StateMachineField[] fields) =>
        new(
            $"M:MyApp.Orders.{name}(System.Int32)", $"MyApp.Orders.{name}", $"Orders.{name}(int)",
            MethodKind.Async, MethodForm.Method, null, "0x06000012", "System.Threading.Tasks.Task",
            "System.Runtime.CompilerServices.AsyncTaskMethodBuilder",
            new SourceSpan("src/Orders.cs", 42, 9, 61),
            Machine(size, fields), null,
            [Await(0, 44), Await(1, 45)],
            new Allocations(AllocationBill.Nothing, new AllocationBill([new AllocatedObject("AsyncStateMachineBox", size + 64, "the task")]), AllocationBill.Nothing),
            Budget.None, []);

    public static Await Await(int index, int line) =>
        new(index, line, 13, "System.Runtime.CompilerServices.TaskAwaiter", "System.Threading.Tasks.Task.Delay(System.Int32)", AwaitSyntax.Await, true, false, AwaitRegion.Body);

    public static AssemblyReport Report(params MethodReport[] methods) =>
        new(
            AssemblyReport.CurrentSchemaVersion, ToolInfo.Current,
            new AssemblyIdentity("MyApp", "6a1f3a52-0c8f-4c52-9b1e-0d9d1f7a1d10", "net10.0", Optimized: true, "portable"),
            new RuntimeInfo("net10.0", "x64", 8, "installed"),
            methods, []);

    /// <summary>Has a value in every member that the report can have.</summary>
    public static AssemblyReport Full()
    {
        var nested = new StateMachineField("_value", "0x04000001", FieldRole.Other, null, "System.Int64", 0, 8, 0, [], null, null, 0, []);
        var price = Field("<price>5__2", FieldRole.Local, 16, 16, "price", "MyApp.Money") with { Fields = [nested] };
        var declared = new SourceDeclarations([new DeclaredBudget("type Orders", new Limits(256, null, null, 400))], [new Suppression("AW2004", "method", "ordered writes")]);
        var trap = new Diagnostic("AW2004", "M:MyApp.Orders.SubmitAsync(System.Int32)", Severity.Suggestion, "await inside a loop", "src/Orders.cs", 44, 13, 8, true)
        {
            EndLine = 46,
            Ordinal = 1,
            RaisedAs = Severity.Warning,
            Justification = "ordered writes",
        };
        var method = Method(fields: [Field("<>1__state", FieldRole.State, 0, 4, type: "System.Int32"), price]) with
        {
            Budget = new Budget(BudgetStatus.Pass, new Limits(256, 10, null, null), "asyncweave.json") { Baseline = new BaselineRow(56, 2, 1, 120) },
            Diagnostics = [trap],
            Declarations = declared,
            IsGenerated = true,
            Checklist = [new ChecklistAnswer("Does it suspend in a loop?", "yes, at line 44", ChecklistVerdict.Note)],
        };
        method = method with { StateMachine = method.StateMachine! with { Exact = false, InexactBecause = "Foo in Bar", Assumes = "reference type arguments" } };
        var runtimeAsync = Method("RunAsync") with
        {
            Kind = MethodKind.RuntimeAsync,
            Form = MethodForm.LocalFunction,
            ContainingMethod = "M:MyApp.Orders.SubmitAsync(System.Int32)",
            Builder = null,
            Source = null,
            StateMachine = null,
            Continuation = new Continuation(120, false, "the JIT keeps every live local") { Slots = [new ContinuationSlot("order", "MyApp.Order", 8, [0, 1])] },
            Allocations = null,
            Awaits = [Await(0, 7) with { Line = null, Column = null, Awaiter = null, Operation = null, CapturesContext = null, InLoop = true, Syntax = AwaitSyntax.AwaitForeach, Region = AwaitRegion.Finally, FlowsThroughOnCompleted = true }],
        };
        return Report(method, runtimeAsync) with
        {
            Diagnostics = [new Diagnostic("AW2007", "M:MyApp.Startup.Run", Severity.Warning, "blocks on \"Task\"\n\u2028<b>\ud83d\ude00 \ud800", null, null, null)],
            Declarations = new SourceDeclarations([new DeclaredBudget("assembly", new Limits(null, 5, 6, null))], []),
            Configuration = [new EffectiveSetting("MaxStateMachineSize", "256", "asyncweave.json(3,5)")],
        };
    }
}
