namespace AsyncWeave.Analysis.Flow;

/// <summary>The awaits of a body in source order, and which of them each node of the graph resumes.</summary>
/// <param name="ResumedAt">Await indices by the block, or the number of the protected range, at which they resume.</param>
internal sealed record Suspensions(IReadOnlyList<Suspension> List, IReadOnlyDictionary<int, List<int>> ResumedAt)
{
    public static Suspensions None { get; } = new([], new Dictionary<int, List<int>>());

    public static Suspensions Describe(TracedBody body, SourceGraph drawn, Origins origins, IReadOnlyList<AwaitSite> sites)
    {
        var onCycle = Cycles.Find(drawn.Graph);
        var describer = new AwaitDescriber(body, origins, new Regions(body, drawn.Moved), sites);
        var described = sites.Select(site => (Site: site, Described: describer.Describe(site, InLoop(site))));
        var ordered = SourceOrder.Of(described, item => item.Described.Point, item => item.Site.Anchor);

        var resumedAt = new Dictionary<int, List<int>>();
        var list = new List<Suspension>(ordered.Count);
        foreach (var (site, (suspension, _)) in ordered)
        {
            Resume(drawn.Blocks.Of(site.Resume), list.Count);
            // The runtime raises the awaited failure out of the suspending call itself, which a state machine's GetResult does behind it.
            if (site.Leave == site.Site && drawn.Ranges.Around(drawn.Blocks.Of(site.Leave)) is >= 0 and var range)
                Resume(drawn.Blocks.Count + range, list.Count);
            list.Add(suspension with { Await = suspension.Await with { Index = list.Count } });
        }

        return new Suspensions(list, resumedAt);

        void Resume(int block, int index)
        {
            if (!resumedAt.TryGetValue(block, out var resumed))
                resumedAt[block] = resumed = [];
            resumed.Add(index);
        }

        bool InLoop(AwaitSite site)
        {
            foreach (var node in drawn.Graph.Nodes.Of(drawn.Blocks.Of(site.Leave)))
            {
                if (onCycle[node])
                    return true;
            }

            return false;
        }
    }
}
