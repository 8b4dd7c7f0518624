namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>Structs one after the other, as automatic layout puts them at the end.</summary>
internal static class StructRow
{
    // In a short row, walking on is cheaper than remembering what lies ahead.
    private const int ShortRow = 12;

    // Every alignment divides this, so that what a row takes depends only on its start's remainder.
    private const int Period = 64;

    public static long End(MemberShape[] row, long start, AutoRules rules, LayoutTarget target)
    {
        foreach (var member in row)
            start = After(member, start, rules, target);
        return start;
    }

    /// <summary>The row's end when one of its structs is left out, for each of them; in time linear in a long row.</summary>
    public static long[] EndsWithoutOne(MemberShape[] row, long start, AutoRules rules, LayoutTarget target)
    {
        var starts = new long[row.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = start;
            start = After(row[i], start, rules, target);
        }

        if (row.Length <= ShortRow)
            return WalkedEnds(row, starts, rules, target);
        var ends = new long[row.Length];
        var rest = new long[Period]; // bytes that the structs behind take, by the remainder of where they start
        for (var i = ends.Length - 1; i >= 0; i--)
        {
            ends[i] = starts[i] + rest[starts[i] % Period];
            rest = Prepend(row[i], rest, rules, target);
        }

        return ends;
    }

    private static long[] WalkedEnds(MemberShape[] row, long[] starts, AutoRules rules, LayoutTarget target)
    {
        var ends = new long[starts.Length];
        for (var without = 0; without < ends.Length; without++)
        {
            var end = starts[without];
            for (var i = without + 1; i < ends.Length; i++)
                end = After(row[i], end, rules, target);
            ends[without] = end;
        }

        return ends;
    }

    private static long[] Prepend(in MemberShape member, long[] rest, AutoRules rules, LayoutTarget target)
    {
        var longer = new long[Period];
        for (var remainder = 0; remainder < Period; remainder++)
        {
            var after = After(member, remainder, rules, target);
            longer[remainder] = after - remainder + rest[after % Period];
        }

        return longer;
    }

    private static long After(in MemberShape member, long position, AutoRules rules, LayoutTarget target) =>
        rules.AfterStruct(Placement.Up(position, rules.StructAlignment(member, target)) + member.Size);
}
