namespace AsyncWeave.Report.Baselines;

/// <summary>Matches methods without a line to lines without a method, where exactly one of each has the same shape.</summary>
internal static class RenamedMethods
{
    /// <returns>The old line by the new key.</returns>
    public static Dictionary<string, BaselineEntry> Match(IReadOnlyList<BaselineEntry> come, IReadOnlyList<BaselineEntry> gone)
    {
        var matches = new Dictionary<string, BaselineEntry>(StringComparer.Ordinal);
        var goneByShape = gone.ToLookup(e => e.Shape);
        foreach (var group in come.GroupBy(e => e.Shape))
        {
            var old = goneByShape[group.Key].ToList();
            var now = group.ToList();
            if (old.Count == 1 && now.Count == 1)
                matches[now[0].Key] = old[0];
            else if (old.Count > 0)
                MatchByName(now, old, matches);
        }

        return matches;
    }

    // Several of one shape: a method that moved kept its own name, one that was renamed kept its type.
    private static void MatchByName(List<BaselineEntry> come, List<BaselineEntry> gone, Dictionary<string, BaselineEntry> matches)
    {
        foreach (var part in new Func<string, string>[] { OwnName, Home })
        {
            foreach (var group in come.Where(e => !matches.ContainsKey(e.Key)).GroupBy(e => part(e.Key)).ToList())
            {
                var old = gone.Where(e => part(e.Key) == group.Key && !matches.ContainsValue(e)).ToList();
                if (old.Count == 1 && group.Count() == 1)
                    matches[group.First().Key] = old[0];
            }
        }
    }

    private static string OwnName(string key) => key.Substring(LastDot(key) + 1);

    private static string Home(string key) => key.Substring(0, Math.Max(0, LastDot(key)));

    // Dots in parameter types come after the parenthesis.
    private static int LastDot(string key)
    {
        var end = key.IndexOf('(');
        return key.LastIndexOf('.', (end > 0 ? end : key.Length) - 1);
    }
}
