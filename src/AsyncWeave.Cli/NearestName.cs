namespace AsyncWeave.Cli;

/// <summary>The known name that a mistyped one most likely stands for.</summary>
internal static class NearestName
{
    /// <summary>Null when none is near enough to be meant.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (name, distance: Distance(typed, name))).OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.name is not null && nearest.distance <= Math.Max(2, nearest.name.Length / 3) ? nearest.name : null;
    }

    // Damerau's distance with adjacent transpositions: two swapped letters are one slip of the finger.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = rows[i - 1, j - 1] + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                rows[i, j] = Math.Min(substitution, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }
}
