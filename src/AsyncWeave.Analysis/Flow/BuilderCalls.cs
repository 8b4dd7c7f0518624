using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The calls that hand a continuation to an awaiter through the builder.</summary>
internal static class BuilderCalls
{
    // call AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(builder, ref awaiter, ref this)     class state machine: ref to a local copy of this
    public static GenericInstanceMethod? MatchOnCompleted(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt
        && instruction.Operand is GenericInstanceMethod { Name: "AwaitUnsafeOnCompleted" or "AwaitOnCompleted" } call
        && call.GenericArguments.Count == 2
        && call.Parameters.Count == 2
            ? call
            : null;

    /// <summary>The builder asks <c>OnCompleted</c>, which flows the ExecutionContext itself.</summary>
    public static bool FlowsContextItself(Instruction site) => site.Operand is MethodReference { Name: "AwaitOnCompleted" };
}
