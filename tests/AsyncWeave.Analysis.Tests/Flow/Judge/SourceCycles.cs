namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>The nodes that can be reached from themselves, by trying each.</summary>
internal static class SourceCycles
{
    public static HashSet<SourceNode> Find(List<SourceNode> nodes) =>
        [.. nodes.Where(node => node.Event?.Kind == EventKind.Await && ReachesItself(node))];

    private static bool ReachesItself(SourceNode node)
    {
        var seen = new HashSet<SourceNode>();
        var ahead = new Stack<SourceNode>(node.Next);
        while (ahead.TryPop(out var at))
        {
            if (at == node)
                return true;
            if (seen.Add(at))
                at.Next.ForEach(ahead.Push);
        }

        return false;
    }
}
