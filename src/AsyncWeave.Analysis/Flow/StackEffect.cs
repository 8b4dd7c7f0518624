using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>How many operands an instruction takes and leaves (ECMA-335 III, and the signature for calls).</summary>
internal static class StackEffect
{
    public const int PopsAll = InstructionSet.PopsAll;

    public static int Pops(Instruction instruction) => instruction.Pops;

    public static int Pushes(Instruction instruction) => instruction.Pushes;

    public static int PopsOfCall(Code code, Callee callee)
    {
        var pops = callee.Parameters + (callee.HasThis && code != Code.Newobj ? 1 : 0);
        return code == Code.Calli && !ReferenceEquals(callee, Callee.Unknown) ? pops + 1 : pops;
    }
}
