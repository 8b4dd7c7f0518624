using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Baselines;

/// <summary>Lines of a baseline that match no method.</summary>
internal static class StaleLines
{
    // A namespace that moved makes hundreds: the first ones and their number say as much.
    private const int Most = 10;

    public static void Report(BaselineLines lines, Origin file, Severity? severity, Problems problems)
    {
        foreach (var entry in lines.Unmatched.Take(Most))
        {
            var nearest = NearestName.Of(entry.Key, lines.Keys);
            var tail = nearest is null ? "" : $"; the nearest is '{nearest}'";
            problems.Add(DiagnosticTable.MatchesNothing, At(file, entry), $"the baseline's line for '{entry.Key}' matches no method{tail}", severity);
        }

        var rest = lines.Unmatched.Count - Most;
        if (rest > 0)
            problems.Add(DiagnosticTable.MatchesNothing, At(file, lines.Unmatched[Most]), $"{rest} more lines of the baseline match no method; update the baseline to drop them", severity);
    }

    private static Origin At(Origin file, BaselineEntry entry) => entry.Line > 0 ? file with { Line = entry.Line, Column = 1 } : file;
}
