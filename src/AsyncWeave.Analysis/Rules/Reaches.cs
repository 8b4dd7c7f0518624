namespace AsyncWeave.Analysis.Rules;

/// <summary>Follows a body forward from one use of a variable to the next.</summary>
internal static class Reaches
{
    /// <summary>A use that is reached from another one, or from itself, without one of the writes between; null where there is none.</summary>
    public static int? Second(BodyFacts body, HashSet<int> writes, IReadOnlyList<int> uses)
    {
        foreach (var first in uses)
        {
            if (From(body, first, writes, uses) is { } second)
                return second;
        }

        return null;
    }

    private static int? From(BodyFacts body, int first, HashSet<int> writes, IReadOnlyList<int> uses)
    {
        var seen = new HashSet<int>();
        var ahead = new Stack<int>();
        CodePaths.Push(body, first, ahead);
        while (ahead.Count > 0)
        {
            var at = ahead.Pop();
            if (at >= body.Code.Count || !seen.Add(at))
                continue;
            if (uses.Contains(at))
                return at;
            if (writes.Contains(at))
                continue;
            CodePaths.Push(body, at, ahead);
        }

        return null;
    }
}
