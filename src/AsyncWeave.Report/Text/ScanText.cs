using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>What <c>scan</c> prints: the totals, the largest state machines, what is wrong, and the verdict last.</summary>
public static class ScanText
{
    private const int LargestShown = 10;

    /// <param name="log">By assembly, what the judgement says of warnings and errors.</param>
    public static IEnumerable<TextLine> Write(ReportSet set, IReadOnlyList<(AssemblyReport Report, Diagnostic Finding)> log, TextOptions options)
    {
        foreach (var line in set.Reports.Count == 1 ? [AssemblyLine(set.Reports[0], options.Glyphs)] : Table(set, options))
            yield return line;
        foreach (var line in Largest(set, options))
            yield return line;
        var said = log.Where(entry => entry.Finding.Id != DiagnosticTable.NoSymbols.Id || entry.Finding.Severity >= Severity.Warning).ToList();
        if (said.Count > 0 && set.Reports.Count > 0)
            yield return TextLine.Empty;
        // A mistake in a configuration that many assemblies share is one mistake.
        foreach (var line in said.Select(entry => DiagnosticText.Write(entry.Finding, entry.Report.Assembly.Name)).GroupBy(line => line.ToString()))
            yield return line.First();
        yield return TextLine.Empty;
        yield return Verdict(set, log.Any(entry => entry.Finding.Severity == Severity.Error));
    }

    private static TextLine AssemblyLine(AssemblyReport report, Glyphs glyphs)
    {
        var summary = report.Summary;
        var parts = new List<string>
        {
            $"{report.Runtime.Framework} {report.Runtime.Architecture}",
            Figures.Count(summary.Methods, "method"),
            Figures.Count(summary.Awaits, "await"),
            Figures.Count(summary.StateMachines, "state machine") + " of " + Figures.Bytes(summary.TotalStateMachineBytes, summary.Inexact == 0, glyphs),
        };
        if (summary.RuntimeAsyncMethods > 0)
            parts.Add($"{Figures.Number(summary.RuntimeAsyncMethods)} runtime-async");
        if (!report.Assembly.Optimized)
            parts.Add("not optimized");
        if (HasNoSymbols(report))
            parts.Add("no symbols");
        return TextLine.Of(
            new TextSpan(Printable.Of(report.Assembly.Name), TextStyle.Heading),
            new TextSpan($"  {string.Join($" {glyphs.Separator} ", parts)}"));
    }

    private static IEnumerable<TextLine> Table(ReportSet set, TextOptions options)
    {
        foreach (var line in AssemblyTable.Write([.. set.Reports.Select(AssemblyTotals.Of)], options))
            yield return line;
        var rest = new List<string>();
        if (set.WithoutAsync > 0)
            rest.Add($"{Figures.Number(set.WithoutAsync)} more without async code");
        // One line of its own for each would bury the findings.
        if (set.Reports.Count(HasNoSymbols) is var blind and > 0)
            rest.Add($"{Figures.Number(blind)} without symbols");
        if (set.Unreadable.Count > 0)
            rest.Add($"{Figures.Number(set.Unreadable.Count)} unreadable");
        if (rest.Count > 0)
            yield return TextLine.Of(string.Join(", ", rest), TextStyle.Faint);
    }

    private static bool HasNoSymbols(AssemblyReport report) => report.Assembly.Symbols is "none" or "windows";

    private static IEnumerable<TextLine> Largest(ReportSet set, TextOptions options)
    {
        var largest = set.Reports.SelectMany(report => report.Methods)
            .Where(method => method.StateMachine is not null)
            .OrderByDescending(method => method.StateMachine!.Size).ThenBy(method => method.Id, StringComparer.Ordinal)
            .Take(LargestShown).ToList();
        if (largest.Count == 0)
            yield break;
        yield return TextLine.Empty;
        yield return TextLine.Of("Largest state machines", TextStyle.Heading);
        var figures = largest.Select(method => Figures.Bytes(method.StateMachine!.Size, method.StateMachine.Exact, options.Glyphs)).ToList();
        var width = figures.Max(DisplayWidth.Of);
        for (var i = 0; i < largest.Count; i++)
        {
            yield return TextLine.Of(
                new TextSpan("  " + DisplayWidth.PadLeft(figures[i], width), TextStyle.Number),
                new TextSpan("  " + DisplayWidth.Cut(Printable.Of(largest[i].DisplayName), options.Width - width - 4, options.Glyphs.Ellipsis)));
        }
    }

    private static TextLine Verdict(ReportSet set, bool failed)
    {
        var over = set.Reports.Sum(report => report.Summary.OverBudget);
        if (failed)
            return TextLine.Of(new TextSpan("Failed", TextStyle.Bad), new TextSpan(over == 0 ? "" : $": {Figures.Count(over, "method")} over budget"));
        var budgeted = set.Reports.Any(report => report.Methods.Any(method => method.Budget.Status != BudgetStatus.None));
        return TextLine.Of(new TextSpan("Passed", TextStyle.Good), new TextSpan(budgeted ? ": every method keeps its budget" : ": no budget is set"));
    }
}
