namespace AsyncWeave.Report.Html.Deflate;

/// <summary>Code lengths with their repetitions told in one symbol (RFC 1951 section 3.2.7).</summary>
internal static class RunLengths
{
    public static List<Run> Of(int[] lengths)
    {
        var runs = new List<Run>();
        for (var at = 0; at < lengths.Length;)
        {
            var same = 1;
            while (at + same < lengths.Length && lengths[at + same] == lengths[at])
                same++;
            var taken = lengths[at] == 0 ? AddZeros(runs, same) : AddRepeated(runs, lengths[at], same);
            at += taken;
        }

        return runs;
    }

    private static int AddZeros(List<Run> runs, int count)
    {
        if (count < 3)
        {
            runs.Add(new Run(0, 0, 0));
            return 1;
        }

        var taken = Math.Min(count, 138);
        runs.Add(taken <= 10 ? new Run(17, taken - 3, 3) : new Run(18, taken - 11, 7));
        return taken;
    }

    // Symbol 16 repeats the length before it three to six times.
    private static int AddRepeated(List<Run> runs, int length, int count)
    {
        runs.Add(new Run(length, 0, 0));
        if (count < 4)
            return 1;
        var taken = Math.Min(count - 1, 6);
        runs.Add(new Run(16, taken - 3, 2));
        return taken + 1;
    }
}

/// <param name="Extra">Value of the extra bits behind the symbol.</param>
internal readonly record struct Run(int Symbol, int Extra, int ExtraBits);
