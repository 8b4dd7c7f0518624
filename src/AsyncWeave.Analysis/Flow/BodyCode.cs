using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>A decoded body addressed by instruction index, in flat arrays: a scan decodes millions of instructions, and an object for each would cost more than all that is asked of them.</summary>
internal sealed class BodyCode
{
    private readonly byte[] codes;
    private readonly int[] offsets;
    private readonly int[] operands;
    private readonly int[] switches;

    /// <param name="operands">By what the opcode has: a local's or argument's number, a constant, a token, the index of a branch's target, or a switch's place in <paramref name="switches"/>.</param>
    /// <param name="switches">For each switch the number of its targets, then their indices.</param>
    /// <param name="ends">Indices of the branches, switches, returns and throws.</param>
    /// <param name="calls">Indices of the calls.</param>
    public BodyCode(ModuleBodies module, MethodDefinitionHandle handle, byte[] codes, int[] offsets, int[] operands, int[] switches, int[] ends, int[] calls)
    {
        this.codes = codes;
        this.offsets = offsets;
        this.operands = operands;
        this.switches = switches;
        Ends = ends;
        Calls = calls;
        Module = module;
        Handle = handle;
    }

    /// <summary>What the operands' tokens mean.</summary>
    public ModuleBodies Module { get; }

    public MethodDefinitionHandle Handle { get; }

    /// <summary><c>Namespace.Type::Method</c>, for messages.</summary>
    public string Name => Module.NameOf(Handle);

    public int Count => codes.Length;

    /// <summary>Number of local variables.</summary>
    public int Locals { get; init; }

    /// <summary>Number of arguments, the receiver included.</summary>
    public int Arguments => Module.Callees.Of(MetadataTokens.GetToken(Handle)) is var declared ? declared.Parameters + (declared.HasThis ? 1 : 0) : 0;

    public Handler[] Handlers { get; init; } = [];

    /// <summary>Indices of the instructions that control does not simply pass: branches, switches, returns and throws.</summary>
    public int[] Ends { get; }

    /// <summary>Indices of the <c>call</c>, <c>callvirt</c>, <c>calli</c>, <c>newobj</c> and <c>jmp</c> instructions.</summary>
    public int[] Calls { get; }

    public Instruction this[int index] => new(this, index);

    public Code Op(int index) => (Code)codes[index];

    public FlowControl Flow(int index) => InstructionSet.Flow((Code)codes[index]);

    /// <summary>IL offset in bytes.</summary>
    public int Offset(int index) => offsets[index];

    /// <summary>The raw operand: a local's or argument's number, a token, a constant, as the opcode has it.</summary>
    public int RawOperand(int index) => operands[index];

    /// <summary>How many operands an instruction takes, or <see cref="InstructionSet.PopsAll"/>.</summary>
    public int Pops(int index) => StackEffect(index).Pops;

    /// <summary>How many operands an instruction leaves.</summary>
    public int Pushes(int index) => StackEffect(index).Pushes;

    /// <summary>How many operands an instruction takes and leaves (ECMA-335 III, and the signature for calls); a <c>dup</c> leaves two.</summary>
    public (int Pops, int Pushes) StackEffect(int index)
    {
        var op = Op(index);
        var (pops, pushes) = (InstructionSet.Pops(op), InstructionSet.Pushes(op));
        if (pops != InstructionSet.Varies && pushes != InstructionSet.Varies)
            return (pops, pushes);
        var callee = CalleeOf(index);
        if (pops == InstructionSet.Varies)
            pops = callee.Parameters + (callee.HasThis && op != Code.Newobj ? 1 : 0) + (op == Code.Calli && !ReferenceEquals(callee, Callee.Unknown) ? 1 : 0);
        return (pops, pushes == InstructionSet.Varies ? (callee.ReturnsVoid ? 0 : 1) : pushes);
    }

    /// <summary>The method that an instruction calls, makes an object with or loads; <see cref="Callee.Unknown"/> where it names none.</summary>
    public Callee CalleeOf(int index) => InstructionSet.Operand(Op(index)) == OperandKind.Token ? Module.Callees.Of(operands[index]) : Callee.Unknown;

    /// <summary>The integer that an instruction loads.</summary>
    public int? Constant(int index) => Op(index) is >= Code.Ldc_I4_M1 and <= Code.Ldc_I4 ? operands[index] : null;

    public bool IsLocalStore(int index) => Op(index) is >= Code.Stloc_0 and <= Code.Stloc_3 or Code.Stloc_S or Code.Stloc;

    public bool IsLocalLoad(int index) => Op(index) is >= Code.Ldloc_0 and <= Code.Ldloc_3 or Code.Ldloc_S or Code.Ldloc;

    /// <summary>Index of a branch's target.</summary>
    public int Target(int branch) => operands[branch];

    /// <summary>Indices of the targets of a branch or a switch.</summary>
    public ReadOnlySpan<int> Targets(int branch) => Op(branch) == Code.Switch
        ? new ReadOnlySpan<int>(switches, operands[branch] + 1, switches[operands[branch]])
        : new ReadOnlySpan<int>(operands, branch, 1);

    /// <summary>Index of the instruction at an IL offset, or -1 where none starts.</summary>
    public int AtOffset(int offset) => Array.BinarySearch(offsets, offset) is >= 0 and var index ? index : -1;
}
