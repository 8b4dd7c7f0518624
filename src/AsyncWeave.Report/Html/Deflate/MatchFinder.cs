namespace AsyncWeave.Report.Html.Deflate;

/// <summary>Finds the longest earlier run by chains of positions whose three bytes hash alike.</summary>
internal sealed class MatchFinder(byte[] input)
{
    private const int Window = 32 * 1024;
    private const int Shortest = 3;
    private const int Longest = 258;
    private const int HashBits = 15;

    /// <summary>Positions tried per place; a bound that keeps hostile repetition linear.</summary>
    private const int Tries = 48;

    private readonly int[] newest = NoPositions(1 << HashBits);
    private readonly int[] older = NoPositions(Window);
    private int indexed;

    public Token At(int at)
    {
        IndexUpTo(at);
        var (length, distance) = LongestAt(at);
        if (length < Shortest)
            return new Token(input[at], 1);

        // A longer match one byte on is worth a literal here.
        IndexUpTo(at + 1);
        return length < 32 && LongestAt(at + 1).Length > length ? new Token(input[at], 1) : new Token(distance, length);
    }

    private void IndexUpTo(int end)
    {
        for (; indexed < end; indexed++)
        {
            if (indexed + Shortest > input.Length)
                continue;
            var hash = HashAt(indexed);
            older[indexed % Window] = newest[hash];
            newest[hash] = indexed;
        }
    }

    private (int Length, int Distance) LongestAt(int at)
    {
        var most = Math.Min(Longest, input.Length - at);
        if (most < Shortest)
            return (0, 0);
        var best = (Length: 0, Distance: 0);
        var candidate = newest[HashAt(at)];
        for (var tries = 0; tries < Tries && candidate >= 0 && at - candidate <= Window; tries++)
        {
            if (best.Length == 0 || input[candidate + best.Length] == input[at + best.Length])
            {
                var length = CommonLength(candidate, at, most);
                if (length > best.Length)
                    best = (length, at - candidate);
                if (length == most)
                    break;
            }

            var next = older[candidate % Window];
            if (next >= candidate)
                break;
            candidate = next;
        }

        return best;
    }

    private int CommonLength(int earlier, int at, int most)
    {
        var length = 0;
        while (length < most && input[earlier + length] == input[at + length])
            length++;
        return length;
    }

    private int HashAt(int at) =>
        (int)(((uint)(input[at] << 16 | input[at + 1] << 8 | input[at + 2]) * 2654435761u) >> (32 - HashBits));

    private static int[] NoPositions(int count)
    {
        var positions = new int[count];
        for (var i = 0; i < count; i++)
            positions[i] = -1;
        return positions;
    }
}
