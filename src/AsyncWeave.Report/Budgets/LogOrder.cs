using AsyncWeave.Model;
using AsyncWeave.Report.Ci;

namespace AsyncWeave.Report.Budgets;

/// <summary>What the log says, in the order of the sources: errors, warnings, and messages of the tool and the budgets.</summary>
internal static class LogOrder
{
    public static List<Diagnostic> Of(AssemblyReport report) =>
        report.Methods.SelectMany(m => m.Diagnostics).Concat(report.Diagnostics)
            .Where(d => !d.Suppressed && d.Severity >= (IsTrap(d) ? Severity.Warning : Severity.Message))
            .OrderBy(d => d.File is null ? 0 : 1)
            .ThenBy(d => d.File, StringComparer.Ordinal)
            .ThenBy(d => d.Line ?? 0)
            .ThenBy(d => d.Column ?? 0)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal)
            .Select(d => d with { Message = LogText.Of(d.Message), File = d.File is { } file ? LogText.Of(file) : null })
            .ToList();

    // Traps explain, they do not gate: below a warning they stand in the reports alone.
    private static bool IsTrap(Diagnostic diagnostic) => diagnostic.Id.StartsWith("AW2", StringComparison.Ordinal);
}
