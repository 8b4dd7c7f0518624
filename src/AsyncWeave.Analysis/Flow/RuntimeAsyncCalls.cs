using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The calls at which the runtime may suspend (dotnet/runtime, botr/runtime-async-codegen.md).</summary>
internal sealed class RuntimeAsyncCalls(TracedBody body, Origins origins)
{
    private const string Services = "System.Runtime.CompilerServices.";

    public static bool Suspends(Instruction instruction) =>
        instruction.OpCode.Code == Code.Call
        && instruction.Operand is MethodReference { Name: "Await" or "AwaitAwaiter" or "UnsafeAwaitAwaiter" } method
        && method.DeclaringType is { Name: "AsyncHelpers", Namespace: "System.Runtime.CompilerServices" };

    /// <summary>A dynamic await asks at run time which of the two kinds its awaiter is: two calls, one suspension.</summary>
    public static bool IsSecondOfDynamic(BodyCode code, int site) =>
        code[site].Operand is GenericInstanceMethod { Name: "AwaitAwaiter" } call
        && call.GenericArguments[0].FullName == Services + "INotifyCompletion";

    public AwaitSite Read(Cut cut)
    {
        var method = (MethodReference)body.Code[cut.Site].Operand;
        var value = body.Trace.Argument(cut.Site, 0);
        if (method.Name == "Await")
            return new AwaitSite(cut.Leave, cut.Resume, cut.Site, AwaiterOf(method.Parameters[0].ParameterType), -1, value);

        var getAwaiter = origins.CallThatMade(value);
        if (getAwaiter >= 0 && body.Code[getAwaiter].Operand is not MethodReference { Name: "GetAwaiter" })
            getAwaiter = -1;
        var awaiter = method is GenericInstanceMethod generic ? AwaitSiteReader.NameOf(generic.GenericArguments[0]) : null;
        return new AwaitSite(cut.Leave, cut.Resume, cut.Site, awaiter, getAwaiter, getAwaiter < 0 ? -1 : body.Trace.Argument(getAwaiter, 0));
    }

    // Task → TaskAwaiter, ConfiguredTaskAwaitable → ConfiguredTaskAwaitable/ConfiguredTaskAwaiter
    private static string? AwaiterOf(TypeReference awaitable) => awaitable.GetElementType().Name switch
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
