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

    // Where a literal was chosen for the sake of the match behind it, that is the next one.
    private (int At, Token Match) ahead = (-1, default);

    public Token At(int at)
    {
        IndexUpTo(at);
        var match = ahead.At == at ? ahead.Match : LongestAt(at);
        if (match.Length < Shortest)
            return new Token(input[at], 1);

        // A longer match one byte on is worth a literal here.
        IndexUpTo(at + 1);
        if (match.Length >= 32)
            return match;
        ahead = (at + 1, LongestAt(at + 1));
        return ahead.Match.Length > match.Length ? new Token(input[at], 1) : match;
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

    private Token LongestAt(int at)
    {
        var most = Math.Min(Longest, input.Length - at);
        if (most < Shortest)
            return default;
        var bytes = input;
        var (best, from) = (0, 0);
        var candidate = newest[HashAt(at)];
        for (var tries = 0; tries < Tries && candidate >= 0 && at - candidate <= Window; tries++)
        {
            if (best == 0 || bytes[candidate + best] == bytes[at + best])
            {
                var length = 0;
                while (length < most && bytes[candidate + length] == bytes[at + length])
                    length++;
                if (length > best)
                    (best, from) = (length, candidate);
                if (length == most)
                    break;
            }

            var next = older[candidate % Window];
            if (next >= candidate)
                break;
            candidate = next;
        }

        return new Token(at - from, best);
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
