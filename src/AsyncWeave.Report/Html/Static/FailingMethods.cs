using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>Who broke the build, by how much, what weighs most and what to do: all that a reviewer needs.</summary>
internal static class FailingMethods
{
    private const int Shown = 50;

    public static Markup Of(IReadOnlyList<PlacedMethod> methods)
    {
        var failing = methods
            .Where(m => m.Method.Budget.Status is BudgetStatus.Fail or BudgetStatus.Warn)
            .OrderBy(m => m.Method.Budget.Status == BudgetStatus.Fail ? 0 : 1)
            .ThenByDescending(m => Excess.WorstOf(m.Method))
            .ThenBy(m => m.ReportIndex).ThenBy(m => m.MethodIndex)
            .ToList();
        if (failing.Count == 0)
            return Markup.Nothing;

        var rest = failing.Count - Shown;
        return Markup.Of($"""
            <section class="failing" aria-label="Methods over budget">
            {failing.Take(Shown).Select(Card)}
            {(rest > 0 ? Markup.Of($"""<p class="more">{Figures.Number(rest)} more: <a href="#/methods?q=budget:fail">all methods over budget</a></p>""") : Markup.Nothing)}
            </section>
            """);
    }

    private static Markup Card(PlacedMethod placed)
    {
        var method = placed.Method;
        return Markup.Of($"""
            <article class="card {(method.Budget.Status == BudgetStatus.Fail ? "fail" : "warn")}">
            <h3>{placed.Link}{Where(method)}</h3>
            {Excess.Of(method).Select(Gauge)}
            {method.Diagnostics.Where(IsBudget).Select(d => Markup.Of($"""<p class="message"><span class="id">{d.Id}</span> {d.Message}</p>"""))}
            {Contributors(method)}
            {Advice(method)}
            <p class="from">{(method.Budget.From is { } from ? "Budget from " + from : "")}</p>
            </article>
            """);
    }

    private static bool IsBudget(Diagnostic diagnostic) =>
        diagnostic.Id.StartsWith("AW1", StringComparison.Ordinal) && !diagnostic.Suppressed;

    private static Markup Where(MethodReport method) => method.Source is { } source
        ? Markup.Of($""" <span class="where">{source.File}:{source.Line}</span>""")
        : Markup.Nothing;

    private static Markup Gauge(Excess excess) => Markup.Of($"""
        <div class="gauge"><span class="what">{excess.What}</span>
        <svg viewBox="0 0 {excess.Measured} 10" preserveAspectRatio="none" aria-hidden="true"><rect class="within" width="{excess.Limit}" height="10"/><rect class="over" x="{excess.Limit}" width="{excess.Measured - excess.Limit}" height="10"/></svg>
        <span class="figures"><b>{Figures.Number(excess.Measured)}{excess.Unit}</b> of {Figures.Number(excess.Limit)}{excess.Unit}, <b class="excess">{Figures.Number(excess.Measured - excess.Limit)}{excess.Unit} over</b></span></div>
        """);

    private static Markup Contributors(MethodReport method)
    {
        if (method.StateMachine is not { } machine)
            return Markup.Nothing;
        var largest = machine.Fields.OrderByDescending(f => f.Size).ThenBy(f => f.Offset).Take(4);
        return Markup.Of($"""
            {MemoryStrip.Of(machine)}
            <p class="largest">Largest: {largest.Select(f => Markup.Of($"""<span class="chip {Roles.ClassOf(f.Role)}">{f.SourceName ?? f.Name} <b>{f.Size} B</b></span> """))}</p>
            """);
    }

    private static Markup Advice(MethodReport method)
    {
        var advice = method.Diagnostics.Where(d => !IsBudget(d) && !d.Suppressed && d.Severity != Severity.None)
            .OrderByDescending(d => d.SavesBytes).ThenBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Ordinal).Take(3).ToList();
        if (advice.Count == 0)
            return Markup.Nothing;
        return Markup.Of($"""
            <ul class="advice">{advice.Select(d => Markup.Of($"""<li><span class="id">{d.Id}</span> {d.Message}{Saves(d)}</li>"""))}</ul>
            """);
    }

    private static Markup Saves(Diagnostic diagnostic) =>
        diagnostic.SavesBytes > 0 ? Markup.Of($""" <b class="saves">−{diagnostic.SavesBytes} B</b>""") : Markup.Nothing;
}
