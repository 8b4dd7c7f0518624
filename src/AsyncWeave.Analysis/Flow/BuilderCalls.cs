using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The calls that hand a continuation to an awaiter through the builder.</summary>
internal static class BuilderCalls
{
    // call AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(builder, ref awaiter, ref this)     class state machine: ref to a local copy of this
    public static bool HandsOver(Callee callee, TypeNameTable types) =>
        callee is { Name: "AwaitUnsafeOnCompleted" or "AwaitOnCompleted", Parameters: 2, TypeArguments.IsNil: false }
        && types.ArgumentsOf(callee) == 2;

    public static bool HandsOver(BodyCode code, int i) => code.Op(i) is Code.Call or Code.Callvirt && code.CalleeOf(i).Role == CalleeRole.HandsOver;

    /// <summary>The builder asks <c>OnCompleted</c>, which flows the ExecutionContext itself.</summary>
    public static bool FlowsContextItself(Callee callee) => callee.Name == "AwaitOnCompleted";
}
