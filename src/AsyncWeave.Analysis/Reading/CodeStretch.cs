using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AsyncWeave.Analysis.Reading;

/// <summary>
/// The bodies that lie in one section of the file, as bytes to be searched in one go: they are small and many, and few of them hold what
/// is looked for. Their headers and clauses lie between them.
/// </summary>
internal sealed unsafe class CodeStretch
{
    private const int FatHeader = 12;

    private readonly byte* code;
    private readonly int length;
    private readonly Bodies bodies;
    private readonly int first;

    private CodeStretch(byte* code, int room, Bodies bodies, int first, int count)
    {
        this.code = code;
        this.bodies = bodies;
        this.first = first;
        Count = count;
        length = room;
        var (from, size) = Il(count - 1);
        length = from + size; // what follows the last body is no code
    }

    /// <summary>From the first body's header to the end of the last body; good as long as the module is open.</summary>
    public ReadOnlySpan<byte> Bytes => new(code, length);

    /// <summary>Number of bodies.</summary>
    public int Count { get; }

    /// <summary>All stretches of a module.</summary>
    public static IReadOnlyList<CodeStretch> Of(PEReader image, MetadataReader metadata)
    {
        var bodies = Bodies.Of(metadata);
        var stretches = new List<CodeStretch>();
        var next = 0;
        foreach (var header in image.PEHeaders.SectionHeaders.OrderBy(header => header.VirtualAddress))
        {
            while (next < bodies.Count && bodies.Addresses[next] < header.VirtualAddress)
                next++;
            if (next == bodies.Count)
                break;
            if (bodies.Addresses[next] - header.VirtualAddress >= header.VirtualSize)
                continue;
            var section = image.GetSectionData(header.VirtualAddress);
            var first = next;
            while (next < bodies.Count && bodies.Addresses[next] - header.VirtualAddress < section.Length)
                next++;
            if (next == first)
                continue;
            var offset = bodies.Addresses[first] - header.VirtualAddress;
            stretches.Add(new CodeStretch(section.Pointer + offset, section.Length - offset, bodies, first, next - first));
        }

        return stretches;
    }

    /// <summary>The next place of a byte behind another place, or -1.</summary>
    public static int Next(ReadOnlySpan<byte> code, byte value, int behind) => code.Slice(behind + 1).IndexOf(value) is >= 0 and var step ? behind + 1 + step : -1;

    /// <summary>The token that stands at a place.</summary>
    public static int Token(ReadOnlySpan<byte> code, int at) => BinaryPrimitives.ReadInt32LittleEndian(code.Slice(at));

    /// <summary>The body whose IL holds a byte, or -1 where it is none's. Of several at one address it is the first.</summary>
    public int BodyAt(int offset)
    {
        var body = FirstFrom(Start(FirstFrom(offset + 1) - 1));
        var (from, size) = Il(body);
        return offset >= from && offset - from < size ? body : -1;
    }

    /// <summary>Tokens of the methods that have a body in common.</summary>
    /// <param name="body">What <see cref="BodyAt"/> gave.</param>
    public ReadOnlySpan<int> MethodsOf(int body)
    {
        var end = body + 1;
        while (end < Count && Start(end) == Start(body))
            end++;
        return bodies.Methods.AsSpan(first + body, end - body);
    }

    // The first body that starts at a place or behind it.
    private int FirstFrom(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Start(middle) < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Start(int body) => bodies.Addresses[first + body] - bodies.Addresses[first];

    // ECMA-335 II.25.4: a tiny header is one byte with the size in its upper six bits; a fat one is twelve, with the size at 4
    private (int From, int Size) Il(int body)
    {
        var start = Start(body);
        var header = Bytes.Slice(start);
        if ((header[0] & 3) == 2)
            return Within(start + 1, header[0] >> 2);
        return header.Length < FatHeader ? (start + 1, 0) : Within(start + FatHeader, BinaryPrimitives.ReadInt32LittleEndian(header.Slice(4)));
    }

    private (int From, int Size) Within(int from, int size) => size < 0 || size > length - from ? (from, 0) : (from, size);

    /// <summary>The bodies of a module by their addresses, ascending.</summary>
    private sealed record Bodies(int[] Addresses, int[] Methods, int Count)
    {
        public static Bodies Of(MetadataReader metadata)
        {
            var addresses = new int[metadata.MethodDefinitions.Count];
            var methods = new int[addresses.Length];
            var (count, last, ordered) = (0, 0, true);
            foreach (var handle in metadata.MethodDefinitions)
            {
                var address = metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
                if (address <= 0)
                    continue;
                ordered &= address >= last;
                (addresses[count], methods[count++], last) = (address, MetadataTokens.GetToken(handle), address);
            }

            if (!ordered) // compilers write them in order
                Array.Sort(addresses, methods, 0, count);
            return new Bodies(addresses, methods, count);
        }
    }
}
