namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>Textbook backward liveness to a fixed point.</summary>
internal static class SourceLives
{
    public static void Compute(List<SourceNode> nodes)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = nodes.Count - 1; i >= 0; i--)
                changed |= Update(nodes[i]);
        }
    }

    private static bool Update(SourceNode node)
    {
        var before = node.Live.Count;
        foreach (var next in node.Next)
        {
            foreach (var symbol in next.Live)
            {
                if (node.Event is not { Kind: EventKind.Write } write || !Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(write.Variable, symbol))
                    node.Live.Add(symbol);
            }
        }

        if (node.Event is { Kind: EventKind.Read, Variable: { } read })
            node.Live.Add(read);
        return node.Live.Count != before;
    }
}
