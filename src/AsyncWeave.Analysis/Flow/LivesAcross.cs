namespace AsyncWeave.Analysis.Flow;

/// <summary>The awaits across which a slot's value is needed: those at whose resume point it is live.</summary>
internal sealed class LivesAcross(SourceGraph drawn, Suspensions suspensions)
{
    private readonly Liveness liveness = new(drawn.Graph, drawn.Blocks);

    public IReadOnlyList<int> Of(IEnumerable<SlotUse> uses)
    {
        if (suspensions.List.Count == 0)
            return [];
        SortedSet<int>? across = null;
        foreach (var node in liveness.LiveAtStart(uses))
        {
            if (suspensions.ResumedAt.TryGetValue(drawn.Graph.Block(node), out var resumed))
                (across ??= []).UnionWith(resumed);
        }

        return across is null ? [] : [.. across];
    }
}
