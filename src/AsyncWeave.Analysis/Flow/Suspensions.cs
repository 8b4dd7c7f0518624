namespace AsyncWeave.Analysis.Flow;

/// <summary>The awaits of a body in source order, and which of them each node of the graph resumes.</summary>
/// <param name="ResumedAt">Await indices by the block at which they resume.</param>
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
            var block = drawn.Blocks.Of(site.Resume);
            if (!resumedAt.TryGetValue(block, out var resumed))
                resumedAt[block] = resumed = [];
            resumed.Add(list.Count);
            list.Add(suspension with { Await = suspension.Await with { Index = list.Count } });
        }

        return new Suspensions(list, resumedAt);

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
