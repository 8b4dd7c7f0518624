using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The IL of one method body after the other, as it lies in the file.</summary>
internal sealed class BodyBytes
{
    private const int FatHeader = 12;

    private readonly PEReader image;
    private byte[] buffer = new byte[4096];

    private BodyBytes(PEReader image) => this.image = image;

    /// <param name="method">Token.</param>
    /// <param name="il">Good until the visit ends.</param>
    public delegate void Visitor(int method, ReadOnlySpan<byte> il);

    /// <summary>Visits all bodies of a module in the order of their methods.</summary>
    public static void Visit(OpenedModule module, Visitor visit)
    {
        var bodies = new BodyBytes(module.Image);
        foreach (var handle in module.Metadata.MethodDefinitions)
        {
            var address = module.Metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
            if (address != 0)
                visit(MetadataTokens.GetToken(handle), bodies.At(address));
        }
    }

    /// <summary>The next place of a byte behind another place, or -1.</summary>
    public static int Next(ReadOnlySpan<byte> il, byte value, int behind) => il.Slice(behind + 1).IndexOf(value) is >= 0 and var step ? behind + 1 + step : -1;

    /// <summary>The number that stands at a place in little-endian order.</summary>
    public static int Token(ReadOnlySpan<byte> il, int at) => il[at] | il[at + 1] << 8 | il[at + 2] << 16 | il[at + 3] << 24;

    // Empty where the address or the header is none.
    private ReadOnlySpan<byte> At(int address)
    {
        if (address < 0)
            return default;
        var body = image.GetSectionData(address).GetReader();
        if (body.Length == 0)
            return default;

        // ECMA-335 II.25.4: a tiny header is one byte with the size in its upper six bits; a fat one is twelve, with the size at 4
        int size = body.ReadByte();
        if ((size & 3) == 2)
        {
            size >>= 2;
        }
        else
        {
            if (body.Length < FatHeader)
                return default;
            body.Offset = 4;
            size = body.ReadInt32();
            body.Offset = FatHeader;
        }

        if (size < 0 || size > body.RemainingBytes)
            return default;
        if (size > buffer.Length)
            buffer = new byte[Math.Max(size, 2 * buffer.Length)];
        body.ReadBytes(size, buffer, 0);
        return buffer.AsSpan(0, size);
    }
}
