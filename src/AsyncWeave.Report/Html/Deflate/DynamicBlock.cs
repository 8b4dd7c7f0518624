namespace AsyncWeave.Report.Html.Deflate;

/// <summary>One block with codes of its own (RFC 1951 section 3.2.7).</summary>
internal static class DynamicBlock
{
    private const int EndOfBlock = 256;
    private const int DynamicCodes = 2;

    // The order in which the lengths of the code length code are sent, section 3.2.7.
    private static readonly int[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    public static void Write(BitWriter bits, List<Token> tokens, bool isLast)
    {
        var (literals, distances) = CodesFor(tokens);
        bits.Write(isLast ? 1 : 0, 1);
        bits.Write(DynamicCodes, 2);
        WriteCodes(bits, literals, distances);
        foreach (var token in tokens)
            WriteToken(bits, token, literals, distances);
        literals.Write(bits, EndOfBlock);
    }

    private static (HuffmanCode Literals, HuffmanCode Distances) CodesFor(List<Token> tokens)
    {
        var literals = new int[286];
        var distances = new int[30];
        literals[EndOfBlock] = 1;
        foreach (var token in tokens)
        {
            if (token.IsLiteral)
            {
                literals[token.Value]++;
                continue;
            }

            literals[257 + Ranges.OfLength(token.Length)]++;
            distances[Ranges.OfDistance(token.Value)]++;
        }

        // A decoder wants at least one distance code, used or not.
        if (distances.All(count => count == 0))
            distances[0] = 1;
        return (HuffmanCode.For(literals, 15), HuffmanCode.For(distances, 15));
    }

    private static void WriteCodes(BitWriter bits, HuffmanCode literals, HuffmanCode distances)
    {
        var literalCount = Math.Max(257, LastUsed(literals.Lengths) + 1);
        var distanceCount = LastUsed(distances.Lengths) + 1;
        var runs = RunLengths.Of([.. literals.Lengths.Take(literalCount), .. distances.Lengths.Take(distanceCount)]);
        var counts = new int[19];
        foreach (var run in runs)
            counts[run.Symbol]++;
        var code = HuffmanCode.For(counts, 7);
        var sent = 19;
        while (sent > 4 && code.Lengths[LengthOrder[sent - 1]] == 0)
            sent--;

        bits.Write(literalCount - 257, 5);
        bits.Write(distanceCount - 1, 5);
        bits.Write(sent - 4, 4);
        foreach (var symbol in LengthOrder.Take(sent))
            bits.Write(code.Lengths[symbol], 3);
        foreach (var run in runs)
        {
            code.Write(bits, run.Symbol);
            bits.Write(run.Extra, run.ExtraBits);
        }
    }

    private static void WriteToken(BitWriter bits, Token token, HuffmanCode literals, HuffmanCode distances)
    {
        if (token.IsLiteral)
        {
            literals.Write(bits, token.Value);
            return;
        }

        var length = Ranges.OfLength(token.Length);
        literals.Write(bits, 257 + length);
        bits.Write(token.Length - Ranges.LengthBase[length], Ranges.LengthBits[length]);
        var distance = Ranges.OfDistance(token.Value);
        distances.Write(bits, distance);
        bits.Write(token.Value - Ranges.DistanceBase[distance], Ranges.DistanceBits[distance]);
    }

    private static int LastUsed(int[] lengths)
    {
        var last = lengths.Length - 1;
        while (last > 0 && lengths[last] == 0)
            last--;
        return last;
    }
}
