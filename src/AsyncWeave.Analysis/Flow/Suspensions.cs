namespace AsyncWeave.Analysis.Flow;

/// <summary>The awaits of a body in source order, and which of them each node of the graph resumes.</summary>
/// <param name="ResumedAt">Await indices by the block, or the number of the protected range, at which they resume.</param>
internal sealed record Suspensions(IReadOnlyList<Suspension> List, Adjacency ResumedAt)
{
    public static Suspensions None { get; } = new([], Adjacency.None);

    public static Suspensions Describe(TracedBody body, SourceGraph drawn, Origins origins, List<AwaitSite> sites)
    {
        if (sites.Count == 0)
            return None;
        var onCycle = Cycles.Find(drawn.Graph, body.Buffers);
        var describer = new AwaitDescriber(body, origins, new Regions(body, drawn.Moved), sites);
        var described = new DescribedAwait[sites.Count];
        for (var i = 0; i < described.Length; i++)
            described[i] = describer.Describe(sites[i], InLoop(sites[i]));
        SourceOrder.Sort(described);

        var list = new Suspension[described.Length];
        for (var i = 0; i < list.Length; i++)
            list[i] = described[i].AsSuspension(i);
        return new Suspensions(list, Resumed(drawn, described, body.Buffers));

        bool InLoop(AwaitSite site)
        {
            for (var node = drawn.Graph.LastOf(drawn.Blocks.Of(site.Leave)); node >= 0; node = drawn.Graph.Before(node))
            {
                if (onCycle[node] > 0)
                    return true;
            }

            return false;
        }
    }

    private static Adjacency Resumed(SourceGraph drawn, DescribedAwait[] awaits, TraceBuffers buffers)
    {
        var pairs = 0;
        var (at, resumed) = (buffers.Any(2 * awaits.Length), buffers.Any(2 * awaits.Length));
        for (var i = 0; i < awaits.Length; i++)
        {
            var site = awaits[i].Site;
            (at[pairs], resumed[pairs++]) = (drawn.Blocks.Of(site.Resume), i);
            // The runtime raises the awaited failure out of the suspending call itself, which a state machine's GetResult does behind it.
            if (site.Leave == site.Site && drawn.Ranges.Around(drawn.Blocks.Of(site.Leave)) is >= 0 and var range)
                (at[pairs], resumed[pairs++]) = (drawn.Blocks.Count + range, i);
        }

        return new Adjacency(drawn.Blocks.Count + drawn.Ranges.Ranges.Length, at, resumed, pairs, buffers);
    }
}
