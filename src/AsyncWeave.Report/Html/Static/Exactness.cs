using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>Whether every size is what the runtime will use, and if not, what was missing.</summary>
internal static class Exactness
{
    public static Markup Of(ReportSet set, IReadOnlyList<PlacedMethod> methods)
    {
        var machines = methods.Select(m => m.Method.StateMachine).OfType<StateMachine>().ToList();
        var bounds = machines.Where(m => !m.Exact).ToList();
        return Markup.Of($"""
            <section class="panel wide" aria-labelledby="exactness"><h2 id="exactness">How exact</h2>
            <p>{Sentence(machines.Count, bounds.Count)}</p>
            {Reasons(bounds)}
            {Assumptions(machines)}
            {OwnFindings(set)}
            </section>
            """);
    }

    private static string Sentence(int machines, int bounds)
    {
        if (machines == 0)
            return "No state machine was measured.";
        return bounds == 0
            ? "Every size is exact: computed by the rules of the runtime it was laid out for, from the fields of its own structs."
            : Figures.Plural(bounds, "size is a lower bound", "sizes are lower bounds") + " and marked with ≥; the other " + Figures.Number(machines - bounds) + " are exact.";
    }

    private static Markup Reasons(List<StateMachine> bounds)
    {
        var reasons = bounds.GroupBy(m => m.InexactBecause ?? "no reason given", StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return reasons.Count == 0
            ? Markup.Nothing
            : Markup.Of($"""<ul>{reasons.Take(20).Select(g => Markup.Of($"<li>{Figures.Number(g.Count())} × {g.Key}</li>"))}</ul>""");
    }

    private static Markup Assumptions(List<StateMachine> machines)
    {
        var generic = machines.Count(m => m.Assumes is not null);
        return generic == 0
            ? Markup.Nothing
            : Markup.Of($"<p>{Figures.Plural(generic, "state machine is", "state machines are")} generic and laid out for stated type arguments, as each method says.</p>");
    }

    private static Markup OwnFindings(ReportSet set)
    {
        var own = set.Reports.SelectMany(r => r.Diagnostics).Where(d => d.Id.StartsWith("AW0", StringComparison.Ordinal) && !d.Suppressed).ToList();
        return own.Count == 0
            ? Markup.Nothing
            : Markup.Of($"""<ul>{own.Take(20).Select(d => Markup.Of($"""<li><span class="id">{d.Id}</span> {d.Message}</li>"""))}</ul>""");
    }
}
