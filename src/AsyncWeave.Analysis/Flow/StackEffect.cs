using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>How many operands an instruction takes and leaves (ECMA-335 III, and the signature for calls).</summary>
internal static class StackEffect
{
    public const int PopsAll = -1;

    public static int Pops(Instruction instruction) => instruction.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
            or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.PopAll => PopsAll,
        StackBehaviour.Varpop => PopsOfCall(instruction),
        _ => 3,
    };

    public static int Pushes(Instruction instruction) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => ReturnsVoid(instruction) ? 0 : 1,
        _ => 1,
    };

    private static int PopsOfCall(Instruction instruction)
    {
        if (instruction.Operand is not IMethodSignature signature)
            return instruction.OpCode.Code == Code.Ret ? PopsAll : 0;
        var pops = signature.HasParameters ? signature.Parameters.Count : 0;
        if (signature.HasThis && !signature.ExplicitThis && instruction.OpCode.Code != Code.Newobj)
            pops++;
        return instruction.OpCode.Code == Code.Calli ? pops + 1 : pops;
    }

    private static bool ReturnsVoid(Instruction instruction)
    {
        if (instruction.Operand is not IMethodSignature signature)
            return true;
        var type = signature.ReturnType;
        while (type is IModifierType modified) // init-only setters and the like
            type = modified.ElementType;
        return type.MetadataType == MetadataType.Void;
    }
}
