using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Calls that never come back.</summary>
internal static class NoReturn
{
    // call ExceptionDispatchInfo.Capture; callvirt Throw        how a rewritten finally raises what it held back
    public static bool Is(Callee callee, TypeNameTable types) =>
        callee.Name == "Throw" && types.FullName(callee.DeclaringType) == "System.Runtime.ExceptionServices.ExceptionDispatchInfo";

    public static bool Is(BodyCode code, int i) => code.Op(i) is Code.Call or Code.Callvirt && code.CalleeOf(i).Role == CalleeRole.NeverReturns;
}
