namespace AsyncWeave.Report.Html.Deflate;

/// <summary>A canonical code: symbols by length, then by number (RFC 1951 section 3.2.2).</summary>
internal sealed class HuffmanCode
{
    private readonly int[] codes;

    private HuffmanCode(int[] lengths)
    {
        Lengths = lengths;
        codes = CodesOf(lengths);
    }

    /// <summary>Bits per symbol; 0 for one that does not occur.</summary>
    public int[] Lengths { get; }

    public static HuffmanCode For(int[] counts, int longest) => new(CodeLengths.Of(counts, longest));

    public void Write(BitWriter bits, int symbol) => bits.Write(codes[symbol], Lengths[symbol]);

    private static int[] CodesOf(int[] lengths)
    {
        var counts = new int[16];
        foreach (var length in lengths.Where(l => l > 0))
            counts[length]++;
        var next = new int[16];
        for (int length = 1, code = 0; length < 16; length++)
            next[length] = code = (code + counts[length - 1]) << 1;

        return [.. lengths.Select(length => length == 0 ? 0 : Reversed(next[length]++, length))];
    }

    // Codes are packed from their most significant bit, everything else from its least.
    private static int Reversed(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++)
            reversed |= (code >> i & 1) << (length - 1 - i);
        return reversed;
    }
}
