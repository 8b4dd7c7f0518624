using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Baselines;

/// <summary>Lines of a baseline above today's values: room in which a method could grow again unseen.</summary>
internal static class SlackLines
{
    private const int Named = 3;

    public static void Report(BaselineLines lines, Origin file, Severity severity, Problems problems)
    {
        var slack = lines.Matched
            .Select(m => (m.Method, m.Entry, Bytes: SlackOf(m.Entry.Row, BaselineMetrics.Measure(m.Method))))
            .Where(s => s.Bytes > 0)
            .OrderByDescending(s => s.Bytes).ThenBy(s => s.Entry.Key, StringComparer.Ordinal)
            .ToList();
        if (slack.Count == 0)
            return;

        var total = slack.Sum(s => (long)s.Bytes);
        var largest = string.Join(", ", slack.Take(Named).Select(s => $"{s.Method.DisplayName} {s.Bytes} B"));
        var (what, verb) = slack.Count == 1 ? ("1 line of the baseline", "is") : ($"{slack.Count} lines of the baseline", "are");
        problems.Add(
            DiagnosticTable.MatchesNothing, file, $"{what} {verb} above today's values, by {total} B in all; largest: {largest}; update the baseline to keep what was gained", severity);
    }

    // A method that went over to runtime-async has no figure, which is not a gain of everything.
    private static int SlackOf(BaselineRow row, BaselineRow now) =>
        Math.Max(0, Math.Max(row.StateMachineSize - now.StateMachineSize ?? 0, row.SuspensionBytes - now.SuspensionBytes ?? 0));
}
