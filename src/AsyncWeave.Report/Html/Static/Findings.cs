using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>What the rules found, by id.</summary>
internal static class Findings
{
    public static Markup Of(ReportSet set)
    {
        var groups = set.Reports.SelectMany(r => r.Methods.SelectMany(m => m.Diagnostics).Concat(r.Diagnostics))
            .Where(d => !d.Suppressed && d.Severity != Severity.None)
            .GroupBy(d => d.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (groups.Count == 0)
            return Markup.Nothing;
        return Markup.Of($"""
            <section class="panel wide" aria-labelledby="findings"><h2 id="findings">Findings</h2>
            <table class="findings"><thead><tr><th scope="col">Rule</th><th scope="col">Says</th><th scope="col" class="n">Found</th><th scope="col" class="n">Could save</th></tr></thead>
            <tbody>{groups.Select(Row)}</tbody></table>
            </section>
            """);
    }

    private static Markup Row(IGrouping<string, Diagnostic> group)
    {
        var descriptor = DiagnosticTable.All.FirstOrDefault(d => d.Id == group.Key);
        var saves = group.Sum(d => (long)d.SavesBytes);
        return Markup.Of($"""
            <tr><th scope="row"><a href="#/findings?q={Uri.EscapeDataString(group.Key)}">{group.Key}</a></th><td>{descriptor?.Title}</td><td class="n">{Figures.Number(group.Count())}</td><td class="n">{(saves == 0 ? "" : Figures.Bytes(saves))}</td></tr>
            """);
    }
}
