using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>What ECMA-335 III says of each opcode. In tables, because every instruction of every body asks.</summary>
internal static class InstructionSet
{
    public const int PopsAll = -1;

    /// <summary>The signature tells how many, not the opcode.</summary>
    public const int Varies = -2;

    /// <summary>First byte of the opcodes that have two.</summary>
    public const byte Prefix = 0xFE;

    private const byte Undefined = byte.MaxValue;
    private const int Opcodes = (int)Code.Readonly + 1;

    // The numbers have gaps, Cecil's codes have none: first number, last number, first code.
    private static readonly byte[] OneByte = Numbered(
        (0x00, 0x23, Code.Nop), (0x25, 0x76, Code.Dup), (0x79, 0xA5, Code.Unbox), (0xB3, 0xBA, Code.Conv_Ovf_I1),
        (0xC2, 0xC3, Code.Refanyval), (0xC6, 0xC6, Code.Mkrefany), (0xD0, 0xE0, Code.Ldtoken));

    private static readonly byte[] TwoBytes = Numbered(
        (0x00, 0x07, Code.Arglist), (0x09, 0x0F, Code.Ldarg), (0x11, 0x1A, Code.Endfilter), (0x1C, 0x1E, Code.Sizeof));

    private static readonly OperandKind[] Operands = Table(InstructionFacts.Operand);
    private static readonly sbyte[] Implied = Table(code => (sbyte)InstructionFacts.Implied(code));
    private static readonly FlowControl[] Flows = Table(InstructionFacts.Flow);
    private static readonly sbyte[] PopCounts = Table(code => (sbyte)InstructionFacts.Pops(code));
    private static readonly sbyte[] PushCounts = Table(code => (sbyte)InstructionFacts.Pushes(code));

    /// <summary>False for a number that no opcode has.</summary>
    public static bool TryCode(byte number, out Code code) => IsDefined(OneByte[number], out code);

    /// <param name="number">The byte behind <see cref="Prefix"/>.</param>
    public static bool TryPrefixedCode(byte number, out Code code) => IsDefined(TwoBytes[number], out code);

    public static OperandKind Operand(Code code) => Operands[(int)code];

    /// <summary>The number that an opcode without an operand has in its name: <c>ldloc.2</c>, <c>ldc.i4.m1</c>.</summary>
    public static int ImpliedOperand(Code code) => Implied[(int)code];

    public static FlowControl Flow(Code code) => Flows[(int)code];

    /// <summary>Operands that an opcode takes, <see cref="PopsAll"/> or <see cref="Varies"/>.</summary>
    public static int Pops(Code code) => PopCounts[(int)code];

    /// <summary>Operands that an opcode leaves, or <see cref="Varies"/>.</summary>
    public static int Pushes(Code code) => PushCounts[(int)code];

    private static bool IsDefined(byte entry, out Code code)
    {
        code = (Code)entry;
        return entry != Undefined;
    }

    private static byte[] Numbered(params (int First, int Last, Code Code)[] runs)
    {
        var table = new byte[256];
        for (var number = 0; number < table.Length; number++)
            table[number] = Undefined;
        foreach (var (first, last, code) in runs)
        {
            for (var number = first; number <= last; number++)
                table[number] = (byte)((int)code + number - first);
        }

        return table;
    }

    private static T[] Table<T>(Func<Code, T> fact)
    {
        var table = new T[Opcodes];
        for (var code = 0; code < Opcodes; code++)
            table[code] = fact((Code)code);
        return table;
    }
}
