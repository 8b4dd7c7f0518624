using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>A report as it was measured, whatever judgement it has been through: a report of last month can be judged by today's budgets.</summary>
internal static class Unjudged
{
    private static readonly HashSet<string> Verdicts = new(
        new[] { DiagnosticTable.InvalidConfiguration, DiagnosticTable.MatchesNothing }
            .Concat(Metrics.All.Select(m => m.Diagnostic)).Append(DiagnosticTable.GrewPastBaseline).Select(d => d.Id),
        StringComparer.Ordinal);

    public static AssemblyReport Of(AssemblyReport report) => report with
    {
        Methods = report.Methods.Select(m => m with { Budget = Budget.None, Diagnostics = Of(m.Diagnostics) }).ToList(),
        Diagnostics = Of(report.Diagnostics),
        Configuration = null,
    };

    private static List<Diagnostic> Of(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(d => !Verdicts.Contains(d.Id)).Select(AsRaised).ToList();

    // Only a judgement sets RaisedAs; a suppression without it is the analysis' own.
    private static Diagnostic AsRaised(Diagnostic diagnostic) => diagnostic.RaisedAs is not { } severity
        ? diagnostic
        : diagnostic with { Severity = severity, RaisedAs = null, Suppressed = false, Justification = null };
}
