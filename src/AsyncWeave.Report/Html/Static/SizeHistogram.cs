namespace AsyncWeave.Report.Html.Static;

/// <summary>How the sizes are spread; each bar leads to its methods.</summary>
internal static class SizeHistogram
{
    // Upper ends in bytes; steps that double, halved where most state machines lie.
    private static readonly int[] Ends = [32, 48, 64, 96, 128, 192, 256, 384, 512, 1024, int.MaxValue];

    public static Markup Of(IReadOnlyList<PlacedMethod> methods)
    {
        var counts = new int[Ends.Length];
        foreach (var placed in methods)
        {
            if (placed.Method.StateMachine is { } machine)
                counts[Array.FindIndex(Ends, end => machine.Size <= end)]++;
        }

        var highest = Math.Max(1, counts.Max());
        return Markup.Of($"""
            <section class="panel" aria-labelledby="sizes"><h2 id="sizes">Sizes of state machines</h2>
            <ol class="histogram">{Ends.Select((_, i) => Bar(i, counts[i], highest))}</ol>
            </section>
            """);
    }

    private static Markup Bar(int bucket, int count, int highest)
    {
        var height = count == 0 ? 0 : Math.Max(2, count * 100 / highest);
        return Markup.Of($"""
            <li><a href="#/methods?q={QueryOf(bucket)}"><span class="{(count == 0 ? "sr" : "count")}">{Figures.Number(count)}</span><span class="sr"> {(count == 1 ? "method" : "methods")} of </span><svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true"><rect y="{100 - height}" width="10" height="{height}"/></svg><span class="label">{LabelOf(bucket)}</span><span class="sr"> bytes</span></a></li>
            """);
    }

    private static string LabelOf(int bucket) => bucket switch
    {
        0 => "≤ " + Figures.Number(Ends[0]),
        _ when Ends[bucket] == int.MaxValue => "> " + Figures.Number(Ends[bucket - 1]),
        _ => "≤ " + Figures.Number(Ends[bucket]),
    };

    private static string QueryOf(int bucket)
    {
        var above = bucket == 0 ? "" : FormattableString.Invariant($"size%3E{Ends[bucket - 1]}%20");
        var below = Ends[bucket] == int.MaxValue ? "" : FormattableString.Invariant($"size%3C%3D{Ends[bucket]}");
        return (above + below).Replace("%20", Ends[bucket] == int.MaxValue ? "" : "%20");
    }
}
