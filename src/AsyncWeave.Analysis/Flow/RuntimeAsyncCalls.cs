using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The calls at which the runtime may suspend (dotnet/runtime, botr/runtime-async-codegen.md).</summary>
internal sealed class RuntimeAsyncCalls(TracedBody body, Origins origins)
{
    private const string Services = "System.Runtime.CompilerServices.";

    public static bool Suspends(Callee callee, TypeNameTable types) =>
        callee.Name is "Await" or "AwaitAwaiter" or "UnsafeAwaitAwaiter" && types.FullName(callee.DeclaringType) == Services + "AsyncHelpers";

    public static bool Suspends(BodyCode code, int i) => code.Op(i) == Code.Call && code.CalleeOf(i).Role == CalleeRole.Suspends;

    /// <summary>A dynamic await asks at run time which of the two kinds its awaiter is: two calls, one suspension.</summary>
    public static bool IsSecondOfDynamic(BodyCode code, int site) =>
        code.CalleeOf(site) is { Name: "AwaitAwaiter" } call && code.Module.Types.FirstArgumentOf(call)?.FullName == Services + "INotifyCompletion";

    public AwaitSite Read(Cut cut)
    {
        var callee = body.Code.CalleeOf(cut.Site);
        var value = body.Trace.Argument(cut.Site, 0);
        if (callee.Name == "Await")
            return new AwaitSite(cut.Leave, cut.Resume, cut.Site, AwaiterOf(cut.Site), -1, value);

        var getAwaiter = origins.CallThatMade(value);
        if (getAwaiter >= 0 && body.Code.CalleeOf(getAwaiter).Name != "GetAwaiter")
            getAwaiter = -1;
        var awaiter = callee.TypeArguments.IsNil ? null : AwaitSiteReader.NameOfAwaiter(body.Code, cut.Site);
        return new AwaitSite(cut.Leave, cut.Resume, cut.Site, awaiter, getAwaiter, getAwaiter < 0 ? -1 : body.Trace.Argument(getAwaiter, 0));
    }

    // Task → TaskAwaiter, ConfiguredTaskAwaitable → ConfiguredTaskAwaitable/ConfiguredTaskAwaiter
    private string? AwaiterOf(int site) => body.Code.Module.Members.MethodOf(body.Code.RawOperand(site))?.Parameters[0].SimpleName switch
    {
        "Task" => Services + "TaskAwaiter",
        "Task`1" => Services + "TaskAwaiter`1",
        "ValueTask" => Services + "ValueTaskAwaiter",
        "ValueTask`1" => Services + "ValueTaskAwaiter`1",
        "ConfiguredTaskAwaitable" => Services + "ConfiguredTaskAwaitable/ConfiguredTaskAwaiter",
        "ConfiguredTaskAwaitable`1" => Services + "ConfiguredTaskAwaitable`1/ConfiguredTaskAwaiter",
        "ConfiguredValueTaskAwaitable" => Services + "ConfiguredValueTaskAwaitable/ConfiguredValueTaskAwaiter",
        "ConfiguredValueTaskAwaitable`1" => Services + "ConfiguredValueTaskAwaitable`1/ConfiguredValueTaskAwaiter",
        _ => null,
    };
}
