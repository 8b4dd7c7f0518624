using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>The heaviest first; the many small ones on demand.</summary>
internal static class Assemblies
{
    private const int Shown = 15;

    public static Markup Of(ReportSet set)
    {
        if (set.Reports.Count < 2 && set.Unreadable.Count == 0 && set.WithoutAsync == 0)
            return Markup.Nothing;
        var rows = set.Reports.Select((report, index) => (Report: report, Index: index))
            .OrderByDescending(r => r.Report.Summary.TotalStateMachineBytes).ThenBy(r => r.Index).ToList();
        return Markup.Of($"""
            <section class="panel wide" aria-labelledby="assemblies"><h2 id="assemblies">Assemblies</h2>
            {Table(rows.Take(Shown))}
            {(rows.Count > Shown ? Markup.Of($"<details><summary>{Figures.Number(rows.Count - Shown)} more</summary>{Table(rows.Skip(Shown))}</details>") : Markup.Nothing)}
            {Rest(set)}
            </section>
            """);
    }

    private static Markup Table(IEnumerable<(AssemblyReport Report, int Index)> rows) => Markup.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-labelledby="assemblies"><table><thead><tr><th scope="col">Assembly</th><th scope="col">Framework</th><th scope="col" class="n">Methods</th><th scope="col" class="n">Bytes</th><th scope="col" class="n">Largest</th><th scope="col" class="n">Awaits</th><th scope="col" class="n">Over budget</th></tr></thead>
        <tbody>{rows.Select(r => Row(r.Report, r.Index))}</tbody></table></div>
        """);

    private static Markup Row(AssemblyReport report, int index)
    {
        var summary = report.Summary;
        return Markup.Of($"""
            <tr><th scope="row"><a href="#/methods?in={index}">{report.Assembly.Name}</a></th><td>{Frameworks.Of(report)} {report.Runtime.Architecture}</td><td class="n">{Figures.Number(summary.Methods)}</td><td class="n">{Figures.Bytes(summary.TotalStateMachineBytes, summary.Inexact == 0)}</td><td class="n">{Figures.Bytes(summary.LargestStateMachineBytes, summary.Inexact == 0)}</td><td class="n">{Figures.Number(summary.Awaits)}</td><td class="n">{(summary.OverBudget == 0 ? "" : Figures.Number(summary.OverBudget))}</td></tr>
            """);
    }

    private static Markup Rest(ReportSet set) => Markup.Of($"""
        {(set.WithoutAsync == 0 ? Markup.Nothing : Markup.Of($"<p>{Figures.Plural(set.WithoutAsync, "assembly has", "assemblies have")} no async method and {(set.WithoutAsync == 1 ? "is" : "are")} not listed.</p>"))}
        {(set.Unreadable.Count == 0 ? Markup.Nothing : Markup.Of($"<h3>Could not be read</h3><ul class=\"unreadable\">{set.Unreadable.Select(u => Markup.Of($"<li><b>{u.File}</b>: {u.Message}</li>"))}</ul>"))}
        """);
}
