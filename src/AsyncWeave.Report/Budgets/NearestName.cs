namespace AsyncWeave.Report.Budgets;

/// <summary>The known name that a mistyped one was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>Null where nothing is near enough to be a help.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        // Two swapped letters are two edits.
        var farthest = typed.Length < 4 ? 1 : Math.Max(2, Math.Min(8, typed.Length / 3));
        string? nearest = null;
        foreach (var name in known)
        {
            var distance = Distance(typed, name, farthest);
            if (distance > farthest)
                continue;
            if (distance < farthest || nearest is null || string.CompareOrdinal(name, nearest) < 0)
                nearest = name;
            farthest = distance;
        }

        return nearest;
    }

    /// <summary>Edits from one to the other, letter case aside, in a band of <paramref name="limit"/>; more than the limit counts as one more.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;

        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var from = Math.Max(1, i - limit);
            var to = Math.Min(b.Length, i + limit);
            current[from - 1] = from == 1 ? i : limit + 1;
            var best = current[from - 1];
            for (var j = from; j <= to; j++)
            {
                var above = j == i + limit ? limit + 1 : previous[j] + 1;
                var replaced = previous[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(Math.Min(above, current[j - 1] + 1), replaced);
                best = Math.Min(best, current[j]);
            }

            if (best > limit)
                return limit + 1;
            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
