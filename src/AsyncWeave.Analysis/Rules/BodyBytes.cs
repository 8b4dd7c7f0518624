using System.Reflection.PortableExecutable;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The IL of one method body after the other, as it lies in the file.</summary>
internal sealed class BodyBytes(PEReader image)
{
    private const int FatHeader = 12;

    private byte[] buffer = new byte[4096];

    /// <summary>The number that stands at a place in little-endian order.</summary>
    public static int Token(ReadOnlySpan<byte> il, int at) => il[at] | il[at + 1] << 8 | il[at + 2] << 16 | il[at + 3] << 24;

    /// <summary>Empty where the address or the header is none; good until the next one is asked for.</summary>
    public ReadOnlySpan<byte> At(int address)
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
