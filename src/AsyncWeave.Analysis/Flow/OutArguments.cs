using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Arguments through which a call only writes.</summary>
internal static class OutArguments
{
    /// <param name="argument">The receiver being argument 0.</param>
    public static bool Contains(BodyCode code, int call, int argument)
    {
        if (code.Flow(call) != FlowControl.Call || code.CalleeOf(call) is not { Role: not CalleeRole.HandsOver } callee)
            return false;
        var parameter = callee.HasThis && code.Op(call) != Code.Newobj ? argument - 1 : argument;
        return parameter >= 0 && code.Module.Outs.Contain(code.RawOperand(call), parameter);
    }
}
