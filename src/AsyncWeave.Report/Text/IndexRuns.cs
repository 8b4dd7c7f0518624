namespace AsyncWeave.Report.Text;

/// <summary>Ascending numbers as runs: 0, 1, 2, 5 → 0-2, 5.</summary>
internal static class IndexRuns
{
    public static IEnumerable<(int First, int Last)> Of(IReadOnlyList<int> ascending)
    {
        for (var i = 0; i < ascending.Count; i++)
        {
            var first = ascending[i];
            while (i + 1 < ascending.Count && ascending[i + 1] == ascending[i] + 1)
                i++;
            yield return (first, ascending[i]);
        }
    }
}
