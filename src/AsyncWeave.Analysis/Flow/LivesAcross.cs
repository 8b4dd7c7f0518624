namespace AsyncWeave.Analysis.Flow;

/// <summary>The awaits across which a slot's value is needed: those at whose resume point it is live.</summary>
internal sealed class LivesAcross(SourceGraph drawn, Suspensions suspensions, TraceBuffers buffers)
{
    private readonly Liveness liveness = new(drawn.Graph, drawn.Blocks, buffers);
    private readonly int awaits = suspensions.List.Count;
    private readonly int[] foundFor = buffers.Zeros(suspensions.List.Count);
    private readonly int[] found = buffers.Any(suspensions.List.Count);
    private int slot;

    /// <summary>Indices of the awaits, ascending.</summary>
    public IReadOnlyList<int> Of(UseRange uses)
    {
        if (awaits == 0)
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

        if (count == 0)
            return [];
        Array.Sort(found, 0, count);
        return found.AsSpan(0, count).ToArray();
    }
}
