using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Tells an <c>out</c> argument, which only writes, from a <c>ref</c> one: the callee's definition says it, the signature does not.</summary>
internal static class OutArguments
{
    /// <param name="argument">The receiver being argument 0.</param>
    public static bool Contains(Instruction call, int argument)
    {
        if (call.Operand is not MethodReference method || call.OpCode.FlowControl != FlowControl.Call || BuilderCalls.MatchOnCompleted(call) is not null)
            return false;
        var index = method.HasThis && call.OpCode.Code != Code.Newobj ? argument - 1 : argument;
        if (index < 0 || index >= method.Parameters.Count || method.Parameters[index].ParameterType is not ByReferenceType)
            return false;
        return Resolve(method) is { } definition && index < definition.Parameters.Count && definition.Parameters[index].IsOut;
    }

    // An assembly that is not at hand must not cost the method its report: the argument then counts as read.
    private static MethodDefinition? Resolve(MethodReference method)
    {
        try
        {
            return method.Resolve();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }
}
