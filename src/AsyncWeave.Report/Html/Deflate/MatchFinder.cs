namespace AsyncWeave.Report.Html.Deflate;

/// <summary>Finds the longest earlier run by chains of positions whose four bytes hash alike; a run of three saves next to nothing.</summary>
internal sealed class MatchFinder(byte[] input)
{
    private const int Window = 32 * 1024;
    private const int Shortest = 4;
    private const int Longest = 258;
    private const int HashBits = 15;

    /// <summary>A run this long is good enough to look less hard for a better one, and one of the second length not at all.</summary>
    private const int Good = 8;
    private const int Enough = 32;

    /// <summary>Positions tried per place; a bound that keeps hostile repetition linear.</summary>
    private const int Tries = 24;

    private readonly int[] newest = NoPositions(1 << HashBits);
    private readonly int[] older = NoPositions(Window);
    private int indexed;

    // Where a literal was chosen for the sake of the match behind it, that is the next one.
    private (int At, Token Match) ahead = (-1, default);

    public Token At(int at)
    {
        IndexUpTo(at);
        var match = ahead.At == at ? ahead.Match : LongestAt(at, Tries);
        if (match.Length < Shortest)
            return new Token(input[at], 1);

        // A longer match one byte on is worth a literal here.
        IndexUpTo(at + 1);
        if (match.Length >= Enough)
            return match;
        ahead = (at + 1, LongestAt(at + 1, match.Length >= Good ? Tries / 4 : Tries));
        return ahead.Match.Length > match.Length ? new Token(input[at], 1) : match;
    }

    private void IndexUpTo(int end)
    {
        for (; indexed < end; indexed++)
        {
            if (indexed + Shortest > input.Length)
                continue;
            var hash = HashAt(indexed);
            older[indexed & (Window - 1)] = newest[hash];
            newest[hash] = indexed;
        }
    }

    private Token LongestAt(int at, int tries)
    {
        var most = Math.Min(Longest, input.Length - at);
        if (most < Shortest)
            return default;
        var bytes = input;
        var (best, from) = (0, 0);
        var candidate = newest[HashAt(at)];
        for (; tries > 0 && candidate >= 0 && at - candidate <= Window; tries--)
        {
            if (bytes[candidate + best] == bytes[at + best] && CommonLength(bytes, candidate, at, most) is var length && length > best)
            {
                (best, from) = (length, candidate);
                if (length == most)
                    break;
            }

            var next = older[candidate & (Window - 1)];
            if (next >= candidate)
                break;
            candidate = next;
        }

        return new Token(at - from, best);
    }

    private static int CommonLength(byte[] bytes, int one, int other, int most)
    {
        var length = 0;
        while (length + sizeof(ulong) <= most && BitConverter.ToUInt64(bytes, one + length) == BitConverter.ToUInt64(bytes, other + length))
            length += sizeof(ulong);
        while (length < most && bytes[one + length] == bytes[other + length])
            length++;
        return length;
    }

    private int HashAt(int at) =>
        (int)(((uint)(input[at] | input[at + 1] << 8 | input[at + 2] << 16 | input[at + 3] << 24) * 2654435761u) >> (32 - HashBits));

    private static int[] NoPositions(int count)
    {
        var positions = new int[count];
        for (var i = 0; i < count; i++)
            positions[i] = -1;
        return positions;
    }
}
