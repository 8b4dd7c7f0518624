namespace AsyncWeave.Report.Html.Static;

internal static class LargestMethods
{
    public static Markup Of(IReadOnlyList<PlacedMethod> methods)
    {
        var largest = methods.Where(m => m.Method.StateMachine is not null)
            .OrderByDescending(m => m.Method.StateMachine!.Size).ThenBy(m => m.ReportIndex).ThenBy(m => m.MethodIndex)
            .Take(10).ToList();
        if (largest.Count == 0)
            return Markup.Nothing;
        return Markup.Of($"""
            <section class="panel wide" aria-labelledby="largest"><h2 id="largest">The largest</h2>
            <table class="largest-methods"><thead><tr><th scope="col">Method</th><th scope="col">Memory</th><th scope="col" class="n">Size</th><th scope="col" class="n">Awaits</th></tr></thead>
            <tbody>{largest.Select(Row)}</tbody></table>
            </section>
            """);
    }

    private static Markup Row(PlacedMethod placed)
    {
        var machine = placed.Method.StateMachine!;
        return Markup.Of($"""
            <tr><th scope="row">{placed.Link}</th><td class="bar">{MemoryStrip.Of(machine)}</td><td class="n">{Figures.Bytes(machine.Size, machine.Exact)}</td><td class="n">{placed.Method.AwaitCount}</td></tr>
            """);
    }
}
