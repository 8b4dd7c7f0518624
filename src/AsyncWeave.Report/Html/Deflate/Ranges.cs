namespace AsyncWeave.Report.Html.Deflate;

/// <summary>Lengths and distances share symbols in growing ranges, told apart by extra bits (RFC 1951 section 3.2.5).</summary>
internal static class Ranges
{
    public static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    public static readonly int[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    public static readonly int[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    public static readonly int[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    private static readonly byte[] Lengths = Table(259, 1, LengthBase, first: 0);

    // From 257 on the ranges begin and end at multiples of 128: a table of near distances and one of 128 at a time have them all.
    private static readonly byte[] Near = Table(257, 1, DistanceBase, first: 0);
    private static readonly byte[] Far = Table(256, 128, DistanceBase, first: 1);

    public static int OfLength(int length) => Lengths[length];

    public static int OfDistance(int distance) => distance < Near.Length ? Near[distance] : Far[(distance - 1) >> 7];

    // For each step the last range that begins no later.
    private static byte[] Table(int count, int step, int[] bases, int first)
    {
        var table = new byte[count];
        for (int i = 0, last = 0; i < count; i++)
        {
            while (last + 1 < bases.Length && bases[last + 1] <= first + i * step)
                last++;
            table[i] = (byte)last;
        }

        return table;
    }
}
