using System.Globalization;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Markdown;

/// <summary>A report for a pull request's comment or a step's summary: verdict first, totals, the largest, the findings folded.</summary>
public static class MarkdownReport
{
    /// <summary>Begins the document, so that a later run finds its own comment and replaces it.</summary>
    public const string Marker = "<!-- asyncweave:report -->";

    private const int Largest = 10;

    public static void Write(Stream output, AssemblyReport report, MarkdownOptions? options = null) =>
        Write(output, new ReportSet(report.SchemaVersion, report.Tool, [report], []), options);

    public static void Write(Stream output, ReportSet set, MarkdownOptions? options = null)
    {
        var text = new CappedMarkdown((options ?? MarkdownOptions.Comment).MostCharacters);
        text.Line(Marker);
        text.Line("## " + Heading(set));
        text.Line();
        WriteFailures(text, set);
        WriteTotals(text, set);
        WriteLargest(text, set);
        WriteFindings(text, set);
        WriteUnreadable(text, set);
        text.WriteTo(output);
    }

    private static string Heading(ReportSet set)
    {
        var over = set.Reports.Sum(r => r.Summary.OverBudget);
        var errors = Shown(set).Count(f => f.Finding.Severity == Severity.Error);
        if (over > 0)
            return $"AsyncWeave: failed, {Count(over, "method")} over budget";
        if (errors > 0)
            return $"AsyncWeave: failed, {Count(errors, "error")}";
        return set.Reports.Any(r => r.Methods.Any(m => m.Budget.Status != BudgetStatus.None))
            ? "AsyncWeave: passed, every method within its budget"
            : "AsyncWeave: no budget is set";
    }

    private static void WriteFailures(CappedMarkdown text, ReportSet set)
    {
        var failures = Shown(set).Where(f => f.Finding.Severity == Severity.Error).ToList();
        if (failures.Count == 0)
            return;
        text.Table(["Error", "Where", "What"], failures.Select(f => new[] { f.Finding.Id, Where(f.Finding), MarkdownText.Plain(f.Finding.Message) }).ToList());
    }

    private static void WriteTotals(CappedMarkdown text, ReportSet set)
    {
        var rows = set.Reports.Select(r => (Report: r, r.Summary)).Select(r => new[]
        {
            MarkdownText.Code(r.Report.Assembly.Name),
            MarkdownText.Plain($"{r.Report.Runtime.Framework} {r.Report.Runtime.Architecture}"),
            Number(r.Summary.Methods),
            Number(r.Summary.Awaits),
            MarkdownText.Bytes(r.Summary.TotalStateMachineBytes),
            MarkdownText.Bytes(r.Summary.LargestStateMachineBytes),
            Number(r.Summary.Inexact),
            Number(r.Summary.OverBudget),
        }).ToList();
        text.Table(["Assembly", "Runtime", "Methods:", "Awaits:", "State machines:", "Largest:", "Inexact:", "Over budget:"], rows);
    }

    private static void WriteLargest(CappedMarkdown text, ReportSet set)
    {
        var largest = set.Reports.SelectMany(r => r.Methods).Where(m => m.StateMachine is not null)
            .OrderByDescending(m => m.StateMachine!.Size).ThenBy(m => m.Id, StringComparer.Ordinal)
            .Take(Largest)
            .Select(m => new[]
            {
                MarkdownText.Code(m.DisplayName),
                (m.StateMachine!.Exact ? "" : "≥ ") + MarkdownText.Bytes(m.StateMachine.Size),
                MarkdownText.Bytes(m.Allocations?.Suspension.Bytes),
                Number(m.AwaitCount),
                m.Source is { } source ? MarkdownText.Code($"{source.File}:{Number(source.Line)}") : "–",
            })
            .ToList();
        if (largest.Count > 0)
            text.Details("The largest state machines", () => text.Table(["Method", "Size:", "First suspension:", "Awaits:", "Where"], largest));
    }

    private static void WriteFindings(CappedMarkdown text, ReportSet set)
    {
        var findings = Shown(set).Where(f => f.Finding.Severity is Severity.Warning or Severity.Suggestion)
            .OrderByDescending(f => f.Finding.Severity).ThenByDescending(f => f.Finding.SavesBytes)
            .Select(f => new[] { f.Finding.Id, Where(f.Finding), MarkdownText.Plain(f.Finding.Message) })
            .ToList();
        if (findings.Count > 0)
            text.Details($"{Count(findings.Count, "finding")}", () => text.Table(["Rule", "Where", "What"], findings));
    }

    private static void WriteUnreadable(CappedMarkdown text, ReportSet set)
    {
        if (set.Unreadable.Count > 0)
            text.Details(Count(set.Unreadable.Count, "unreadable file"), () => text.Table(["File", "Why"], set.Unreadable.Select(u => new[] { MarkdownText.Code(u.File), MarkdownText.Plain(u.Message) }).ToList()));
    }

    private static IEnumerable<(AssemblyReport Report, Diagnostic Finding)> Shown(ReportSet set) =>
        from report in set.Reports
        from finding in report.Methods.SelectMany(m => m.Diagnostics).Concat(report.Diagnostics)
        where !finding.Suppressed
        select (report, finding);

    private static string Where(Diagnostic finding) =>
        finding.File is { } file ? MarkdownText.Code(finding.Line is { } line ? $"{file}:{Number(line)}" : file) : "–";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(int number, string noun) => Number(number) + " " + noun + (number == 1 ? "" : "s");
}
