using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>The settings in force and where each came from, once for all assemblies that share them.</summary>
internal static class Settings
{
    public static Markup Of(ReportSet set)
    {
        var groups = set.Reports.Where(r => r.Configuration is { Count: > 0 })
            .GroupBy(r => string.Join("\n", r.Configuration!.Select(s => s.Name + "\t" + s.Value + "\t" + s.From)), StringComparer.Ordinal)
            .Select(g => g.ToList()).ToList();
        if (groups.Count == 0)
            return Markup.Nothing;
        return Markup.Of($"""
            <section class="panel wide" aria-labelledby="settings"><h2 id="settings">Budgets and settings in force</h2>
            {groups.Select(g => Table(g, groups.Count > 1))}
            </section>
            """);
    }

    private static Markup Table(List<AssemblyReport> reports, bool named) => Markup.Of($"""
        {(named ? Markup.Of($"<h3>{string.Join(", ", reports.Select(r => r.Assembly.Name + " (" + Frameworks.Of(r) + ")"))}</h3>") : Markup.Nothing)}
        <table class="settings"><thead><tr><th scope="col">Setting</th><th scope="col">Value</th><th scope="col">From</th></tr></thead>
        <tbody>{reports[0].Configuration!.Select(s => Markup.Of($"""<tr><th scope="row">{s.Name}</th><td><code>{s.Value}</code></td><td>{s.From}</td></tr>"""))}</tbody></table>
        """);
}
