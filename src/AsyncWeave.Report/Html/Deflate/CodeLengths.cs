namespace AsyncWeave.Report.Html.Deflate;

/// <summary>Optimal code lengths under a limit, by package-merge (Larmore and Hirschberg 1990).</summary>
internal static class CodeLengths
{
    public static int[] Of(int[] counts, int longest)
    {
        var lengths = new int[counts.Length];
        var leaves = Enumerable.Range(0, counts.Length).Where(s => counts[s] > 0)
            .OrderBy(s => counts[s]).ThenBy(s => s).Select(s => new Package(counts[s], [s])).ToList();
        if (leaves.Count == 1)
        {
            // A code of no bits cannot be told from none.
            lengths[leaves[0].Symbols[0]] = 1;
            return lengths;
        }

        var packages = leaves;
        for (var level = 1; level < longest; level++)
            packages = Merge(leaves, Paired(packages));
        foreach (var symbol in packages.Take((2 * leaves.Count) - 2).SelectMany(p => p.Symbols))
            lengths[symbol]++;
        return lengths;
    }

    private static List<Package> Paired(List<Package> packages)
    {
        var pairs = new List<Package>(packages.Count / 2);
        for (var i = 0; i + 1 < packages.Count; i += 2)
            pairs.Add(new Package(packages[i].Weight + packages[i + 1].Weight, [.. packages[i].Symbols, .. packages[i + 1].Symbols]));
        return pairs;
    }

    // Both in order of weight; leaves first where weights are equal.
    private static List<Package> Merge(List<Package> leaves, List<Package> pairs)
    {
        var merged = new List<Package>(leaves.Count + pairs.Count);
        for (int leaf = 0, pair = 0; leaf < leaves.Count || pair < pairs.Count;)
        {
            if (pair == pairs.Count || (leaf < leaves.Count && leaves[leaf].Weight <= pairs[pair].Weight))
                merged.Add(leaves[leaf++]);
            else
                merged.Add(pairs[pair++]);
        }

        return merged;
    }

    private sealed record Package(long Weight, int[] Symbols);
}
