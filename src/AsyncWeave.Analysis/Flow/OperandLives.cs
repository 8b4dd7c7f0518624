namespace AsyncWeave.Analysis.Flow;

/// <summary>Values that a runtime-async body leaves on the evaluation stack while it awaits: optimised code keeps short-lived locals there.</summary>
internal static class OperandLives
{
    private const int Deepest = 32;

    public static IEnumerable<LocalLife> Of(TracedBody body, Suspensions suspensions, BodyTypes types)
    {
        var lives = new Dictionary<int, List<int>>();
        foreach (var suspension in suspensions.List)
        {
            var site = body.Code.AtOffset(suspension.Site.Offset);
            var below = body.Code.Pops(site);
            for (var depth = below; depth < below + Deepest && body.Trace.Operand(site, depth) is >= 0 and var producer; depth++)
            {
                if (!lives.TryGetValue(producer, out var across))
                    lives[producer] = across = [];
                across.Add(suspension.Await.Index);
            }
        }

        return lives.OrderBy(life => life.Key).Select(life => new LocalLife(null, types.LeftBy(life.Key), life.Value));
    }
}
