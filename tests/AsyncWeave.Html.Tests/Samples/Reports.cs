using AsyncWeave.Model;

namespace AsyncWeave.Html.Tests.Samples;

internal static class Reports
{
    public static AssemblyReport Of(string name, string framework, IReadOnlyList<MethodReport> methods, IReadOnlyList<Diagnostic>? diagnostics = null) => new(
        AssemblyReport.CurrentSchemaVersion,
        new ToolInfo("AsyncWeave", "1.0.0"),
        new AssemblyIdentity(name, "3f2b8f0e-7f0a-4a3c-9f56-0d9a53a6f0c1", framework, true, "portable"),
        new RuntimeInfo(framework, "x64", 8, "installed"),
        methods,
        diagnostics ?? []);

    public static MethodReport Method(string name, StateMachine? machine, IReadOnlyList<Await>? awaits = null) => new(
        "M:" + name + "(System.Int32)", name, string.Join(".", name.Split('.')[^2..]) + "(int)", MethodKind.Async, MethodForm.Method, null,
        "0x06000012", "System.Threading.Tasks.Task`1<System.Int32>", "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1",
        new SourceSpan("src/" + name.Split('.')[^2] + ".cs", 42, 9, 61), machine, null, awaits ?? [], null, Budget.None, []);

    public static Await Await(int index, int line, string operation, bool? captures = true, bool inLoop = false, AwaitRegion region = AwaitRegion.Body, AwaitSyntax syntax = AwaitSyntax.Await) => new(
        index, line, 13, "System.Runtime.CompilerServices.TaskAwaiter", operation, syntax, captures, inLoop, region);

    public static Allocations Suspending(string type, int bytes, string? note = null) => new(
        AllocationBill.Nothing with { Note = note },
        new AllocationBill([new AllocatedObject(type, bytes, "carries the state machine and is the task")]),
        AllocationBill.Nothing);
}
