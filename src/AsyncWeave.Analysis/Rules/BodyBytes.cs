using System.Collections.Immutable;
using System.Reflection.PortableExecutable;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The IL of method bodies as they lie in the file, without a copy.</summary>
internal sealed class BodyBytes(PEReader image)
{
    private readonly ImmutableArray<byte> file = image.GetEntireImage().GetContent();
    private readonly ImmutableArray<SectionHeader> sections = image.PEHeaders.SectionHeaders;

    /// <summary>Empty where the address or the header is none.</summary>
    public ReadOnlySpan<byte> At(int address)
    {
        var start = OffsetOf(address);
        if (start < 0 || start + 12 > file.Length)
            return default;

        // ECMA-335 II.25.4: a tiny header is one byte with the size in its upper six bits; a fat one is twelve, with the size at 4
        var header = file[start];
        var (skip, size) = (header & 3) == 2 ? (1, header >> 2) : (12, Int32(start + 4));
        return size < 0 || size > file.Length - start - skip ? default : file.AsSpan().Slice(start + skip, size);
    }

    private int OffsetOf(int address)
    {
        foreach (var section in sections)
        {
            if (address >= section.VirtualAddress && address - section.VirtualAddress < section.SizeOfRawData)
                return section.PointerToRawData + address - section.VirtualAddress;
        }

        return -1;
    }

    private int Int32(int at) => file[at] | file[at + 1] << 8 | file[at + 2] << 16 | file[at + 3] << 24;
}
