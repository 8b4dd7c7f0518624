using AsyncWeave.Analysis.Reading.Signatures;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>One instruction of a decoded body, for those who ask for more than its opcode.</summary>
internal readonly struct Instruction(BodyCode code, int index)
{
    public int Index { get; } = index;

    /// <summary>IL offset in bytes.</summary>
    public int Offset => code.Offset(Index);

    public Opcode OpCode => new(code.Op(Index));

    /// <summary>The method that is called, made an object with or loaded; <see cref="Callee.Unknown"/> where none is named.</summary>
    public Callee Callee => code.CalleeOf(Index);

    /// <summary>The first type argument of a generic callee, of an instance the definition; null where it has no name of its own.</summary>
    public NamedType? FirstTypeArgument => code.Module.Types.FirstArgumentOf(Callee);

    /// <summary>Whether the code stands in the runtime's own library.</summary>
    public bool IsInCoreLibrary => code.Module.IsCoreLibrary;

    /// <summary>The integer that the instruction loads.</summary>
    public int? Constant => code.Constant(Index);

    public int Pops => code.Pops(Index);

    public int Pushes => code.Pushes(Index);

    /// <summary>An opcode with the way that control takes from it.</summary>
    public readonly struct Opcode(Code code)
    {
        public Code Code { get; } = code;

        public FlowControl FlowControl => InstructionSet.Flow(Code);
    }
}
