using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>How the methods stand to their rows in the baseline.</summary>
internal static class BaselineChanges
{
    public static Markup Of(IReadOnlyList<PlacedMethod> methods)
    {
        var rows = methods.Where(m => m.Method.Budget.Baseline is not null).ToList();
        if (rows.Count == 0)
            return Markup.Nothing;

        var changed = rows.Select(m => (Placed: m, Change: ChangeOf(m.Method))).Where(c => c.Change != 0)
            .OrderByDescending(c => Math.Abs(c.Change)).ThenBy(c => c.Placed.ReportIndex).ThenBy(c => c.Placed.MethodIndex).ToList();
        var fresh = methods.Count - rows.Count;
        return Markup.Of($"""
            <section class="panel wide" aria-labelledby="baseline"><h2 id="baseline">Against the baseline</h2>
            <p>{Figures.Number(changed.Count(c => c.Change > 0))} grew, {Figures.Number(changed.Count(c => c.Change < 0))} shrank, {Figures.Number(rows.Count - changed.Count)} as before, {Figures.Number(fresh)} without a row; <b>{Figures.Change(changed.Sum(c => (long)c.Change))}</b> in all.</p>
            {(changed.Count == 0 ? Markup.Nothing : Table(changed))}
            </section>
            """);
    }

    private static Markup Table(List<(PlacedMethod Placed, int Change)> changed) => Markup.Of($"""
        <table><thead><tr><th scope="col">Method</th><th scope="col" class="n">Baseline</th><th scope="col" class="n">Now</th><th scope="col" class="n">Change</th></tr></thead>
        <tbody>{changed.Take(10).Select(c => Markup.Of($"""
            <tr><th scope="row">{c.Placed.Link}</th><td class="n">{Figures.Bytes(c.Placed.Method.Budget.Baseline!.StateMachineSize ?? 0)}</td><td class="n">{Figures.Bytes(c.Placed.Method.StateMachine!.Size, c.Placed.Method.StateMachine.Exact)}</td><td class="n {(c.Change > 0 ? "grew" : "shrank")}">{Figures.Change(c.Change)}</td></tr>
            """))}</tbody></table>
        """);

    // Going over to runtime-async is no improvement to zero: without a state machine there is nothing to compare.
    private static int ChangeOf(MethodReport method) =>
        method.StateMachine is { } machine && method.Budget.Baseline?.StateMachineSize is { } before ? machine.Size - before : 0;
}
