using System.Reflection.Metadata;
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
    private BlobReader section; // all bodies of a module lie in one, as a rule
    private int sectionStart = int.MaxValue;

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
        if (!IsInSection(address) && !Enter(address))
            return default;
        var body = section;
        body.Offset = address - sectionStart;

        // ECMA-335 II.25.4: a tiny header is one byte with the size in its upper six bits; a fat one is twelve, with the size at 4
        int size = body.ReadByte();
        if ((size & 3) == 2)
        {
            size >>= 2;
        }
        else
        {
            if (body.RemainingBytes < FatHeader - 1)
                return default;
            body.Offset += 3;
            size = body.ReadInt32();
            body.Offset += 4;
        }

        if (size < 0 || size > body.RemainingBytes)
            return default;
        if (size > buffer.Length)
            buffer = new byte[Math.Max(size, 2 * buffer.Length)];
        body.ReadBytes(size, buffer, 0);
        return buffer.AsSpan(0, size);
    }

    private bool IsInSection(int address) => address >= sectionStart && address - sectionStart < section.Length;

    private bool Enter(int address)
    {
        var index = image.PEHeaders.GetContainingSectionIndex(address);
        if (index < 0)
            return false;
        sectionStart = image.PEHeaders.SectionHeaders[index].VirtualAddress;
        section = image.GetSectionData(sectionStart).GetReader();
        return IsInSection(address);
    }
}
