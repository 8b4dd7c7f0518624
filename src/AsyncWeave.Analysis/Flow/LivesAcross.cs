namespace AsyncWeave.Analysis.Flow;

/// <summary>The awaits across which a slot's value is needed: those at whose resume point it is live.</summary>
internal sealed class LivesAcross(SourceGraph drawn, Suspensions suspensions)
{
    private readonly Liveness liveness = new(drawn.Graph, drawn.Blocks);
    private readonly int[] foundFor = new int[suspensions.List.Count];
    private readonly int[] found = new int[suspensions.List.Count];
    private int slot;

    /// <summary>Indices of the awaits, ascending.</summary>
    public IReadOnlyList<int> Of(UseRange uses)
    {
        if (found.Length == 0)
            return [];
        slot++;
        var count = 0;
        foreach (var node in liveness.LiveAtStart(uses))
        {
            foreach (var await in suspensions.ResumedAt.Of(drawn.Graph.Block(node)))
            {
                if (foundFor[await] == slot)
                    continue;
                foundFor[await] = slot;
                found[count++] = await;
            }
        }

        var across = found.AsSpan(0, count).ToArray();
        Array.Sort(across);
        return across;
    }
}
