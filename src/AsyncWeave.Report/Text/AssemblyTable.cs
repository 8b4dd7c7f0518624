using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>Assemblies under each other with their totals, and the sum.</summary>
public static class AssemblyTable
{
    private static readonly TextTable Table = new(["assembly", "runtime", "methods", "awaits", "state machines", "bytes", "over budget"], 0, [2, 3, 4, 5, 6]);

    public static IEnumerable<TextLine> Write(IReadOnlyList<AssemblyTotals> assemblies, TextOptions options)
    {
        var rows = assemblies.Select(assembly => Row(Printable.Of(assembly.Name), Printable.Of(assembly.Runtime), [assembly.Summary], options.Glyphs)).ToList();
        if (assemblies.Count > 1)
            rows.Add(Row("total", "", [.. assemblies.Select(assembly => assembly.Summary)], options.Glyphs));
        return Table.Write(rows, "", options);
    }

    private static IReadOnlyList<string> Row(string name, string runtime, IReadOnlyList<Summary> summaries, Glyphs glyphs) =>
    [
        name,
        runtime,
        Figures.Number(summaries.Sum(s => s.Methods)),
        Figures.Number(summaries.Sum(s => s.Awaits)),
        Figures.Number(summaries.Sum(s => s.StateMachines)),
        Figures.Bytes(summaries.Sum(s => s.TotalStateMachineBytes), summaries.All(s => s.Inexact == 0), glyphs),
        Figures.Number(summaries.Sum(s => s.OverBudget)),
    ];
}
