using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace AsyncWeave.Bench.Speed;

/// <summary>Walks a body's instructions and counts the calls of certain methods; nothing more.</summary>
internal static class IlCalls
{
    private static readonly byte[] OneByte = new byte[256];
    private static readonly byte[] TwoBytes = new byte[256];
    private const byte Switch = 255;

    static IlCalls()
    {
        foreach (var field in typeof(OpCodes).GetFields())
        {
            var code = (OpCode)field.GetValue(null)!;
            var value = (ushort)code.Value;
            (code.Size == 1 ? OneByte : TwoBytes)[value & 0xFF] = OperandSize(code.OperandType);
        }
    }

    public static int Count(BlobReader il, HashSet<int> methods)
    {
        var count = 0;
        while (il.RemainingBytes > 0)
        {
            var code = il.ReadByte();
            var size = code == 0xFE ? TwoBytes[il.ReadByte()] : OneByte[code];
            if (size == Switch)
            {
                var targets = il.ReadInt32();
                il.Offset += 4 * targets;
            }
            else if (code is 0x28 or 0x6F && methods.Contains(il.ReadInt32()))
                count++;
            else if (code is not (0x28 or 0x6F))
                il.Offset += size;
        }

        return count;
    }

    private static byte OperandSize(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => Switch,
        _ => 4,
    };
}
