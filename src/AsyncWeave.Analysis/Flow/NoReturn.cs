using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Calls that never come back.</summary>
internal static class NoReturn
{
    // call ExceptionDispatchInfo.Capture; callvirt Throw        how a rewritten finally raises what it held back
    public static bool Is(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt
        && instruction.Operand is MethodReference { Name: "Throw" } method
        && method.DeclaringType is { Name: "ExceptionDispatchInfo", Namespace: "System.Runtime.ExceptionServices" };
}
