using System.Globalization;
using System.Text;
using AsyncWeave.Analysis;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Peers.Tests;

/// <summary>The tables of <c>docs/rules/comparison.md</c>, from a run.</summary>
internal static class Comparison
{
    /// <summary>Over the sources of the rules: marked lines that a peer finds, and lines that it flags besides.</summary>
    public static string OverTheSources()
    {
        var table = new StringBuilder("| rule | peer | found | besides | what makes the difference |\n|---|---|---|---|---|\n");
        foreach (var rule in PeerTable.All.GroupBy(peer => peer.Rule))
        {
            var source = TrapSource.Of(rule.Key);
            var run = PeerRun.Over(Fixture.Compile(source.Text).Compilation);
            var marked = source.Marked(FixtureOptions.Release).ToHashSet();
            foreach (var (peer, first) in rule.Select((peer, index) => (peer, index == 0)))
            {
                var lines = run.LinesOf(peer).Select(place => place.Line).ToHashSet();
                table.Append(CultureInfo.InvariantCulture, $"| {(first ? rule.Key : "")} | {peer.Name} | {lines.Count(marked.Contains)} of {marked.Count} | {lines.Count(line => !marked.Contains(line))} | {peer.Difference} |\n");
            }
        }

        return table.ToString();
    }

    /// <summary>Over the samples, where nobody has marked anything: lines that AsyncWeave flags, that a peer flags, and that both do.</summary>
    public static string OverTheSamples()
    {
        var table = new StringBuilder("| sample | rule | AsyncWeave | peer | flags | both |\n|---|---|---|---|---|---|\n");
        foreach (var sample in new[] { Sample.Compile("OrdersApi", web: true), Sample.Compile("PriceFeed", web: false) })
        {
            var ours = Ours(sample.AssemblyPath);
            var run = PeerRun.Over(sample.Compilation);
            foreach (var peer in PeerTable.All)
            {
                var theirs = run.LinesOf(peer);
                var mine = ours[peer.Rule].ToHashSet();
                if (theirs.Count + mine.Count > 0)
                    table.Append(CultureInfo.InvariantCulture, $"| {sample.Name} | {peer.Rule} | {mine.Count} | {peer.Name} | {theirs.Count} | {theirs.Count(mine.Contains)} |\n");
            }
        }

        return table.ToString();
    }

    /// <summary>The packages and their versions, as a sentence has them.</summary>
    public static string Packages() => string.Join(", ", PeerPackages.Restored.Versions.OrderBy(package => package.Key, StringComparer.Ordinal).Select(package => package.Key + " " + package.Value));

    private static ILookup<string, (string File, int Line)> Ours(string assembly)
    {
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(assembly));
        return report.Methods.SelectMany(method => method.Diagnostics).Concat(report.Diagnostics)
            .ToLookup(finding => finding.Id, finding => (Path.GetFileName(finding.File ?? ""), finding.Line ?? 0), StringComparer.Ordinal);
    }
}
