using AsyncWeave.Report.Diff;

namespace AsyncWeave.Report.Html.Static;

/// <summary>Everything that changed, in words; the viewer adds the drawings.</summary>
internal static class DiffOverview
{
    public static string TitleOf(ReportDiff diff) => diff.Assemblies.Count == 1
        ? "Changes in " + diff.Assemblies[0].Name
        : "Changes in " + Figures.Plural(diff.Assemblies.Count, "assembly", "assemblies");

    public static Markup Of(ReportDiff diff)
    {
        var number = 0;
        return Markup.Of($"""
            {Verdict(diff)}
            {diff.Assemblies.Select(a => Assembly(a, ref number)).ToList()}
            """);
    }

    private static Markup Verdict(ReportDiff diff)
    {
        var changes = diff.Changes.ToList();
        var grew = changes.Any(c => c.Kind == ChangeKind.Grown);
        return Markup.Of($"""
            <section class="verdict {(grew ? "warn" : "pass")}" aria-labelledby="verdict">
            <h2 id="verdict"><span class="badge">{(diff.HasBase ? Figures.Change(changes.Sum(c => (long)c.SizeDelta)) : "No base")}</span> {Sentence(diff, changes)}</h2>
            </section>
            """);
    }

    private static string Sentence(ReportDiff diff, List<MethodChange> changes)
    {
        if (!diff.HasBase)
            return "No assembly of the new report is in the old one: there is nothing to compare with.";
        if (changes.Count == 0)
            return "No method changed.";
        var kinds = changes.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => Figures.Number(g.Count()) + " " + WordOf(g.Key));
        return string.Join(", ", kinds) + ", " + Figures.Number(diff.Assemblies.Sum(a => (long)a.Unchanged)) + " as before.";
    }

    private static string WordOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Grown => "grew",
        ChangeKind.Shrunk => "shrank",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static Markup Assembly(AssemblyDiff assembly, ref int number)
    {
        var rows = new List<Markup>();
        foreach (var change in assembly.Changes)
            rows.Add(DiffRow.Of(change, number++));
        return Markup.Of($"""
            <section class="panel wide diff-assembly"><h2>{assembly.Name} {assembly.Framework} <small>{Figures.Change(assembly.Bytes)}</small></h2>
            {assembly.Warnings.Select(w => Markup.Of($"""<p class="bound">{w}</p>"""))}
            {(assembly is { Old: not null, New: not null } ? Table(rows) : Markup.Of($"<p>{(assembly.HasBase ? "Not in the new report." : "No base: not in the old report.")}</p>"))}
            </section>
            """);
    }

    private static Markup Table(List<Markup> rows) => rows.Count == 0
        ? Markup.Of($"<p>No method changed.</p>")
        : Markup.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="Changes"><table class="changes"><thead><tr><th scope="col">Method</th><th scope="col">What</th><th scope="col" class="n">Before</th><th scope="col" class="n">After</th><th scope="col" class="n">Size</th><th scope="col" class="n">On suspension</th><th scope="col">Why</th></tr></thead>
            <tbody>{rows}</tbody></table></div>
            """);
}
