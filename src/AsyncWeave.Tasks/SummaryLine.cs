using AsyncWeave.Model;

namespace AsyncWeave.Tasks;

/// <summary>The one line that a build prints when there is nothing else to say.</summary>
internal static class SummaryLine
{
    public static string Of(Judge task, AssemblyReport report)
    {
        var project = Path.GetFileNameWithoutExtension(task.ProjectFile);
        var framework = task.TargetFramework.Length > 0 ? $" ({task.TargetFramework})" : "";
        var written = task.Reports.Where(item => ReportFormats.Knows(item.GetMetadata("Format"))).ToList();
        var path = written.FirstOrDefault(item => item.GetMetadata("Format") == "html") ?? written.FirstOrDefault();
        return FormattableString.Invariant($"AsyncWeave: {project}{framework}: {Findings(report)}{(path is null ? "" : " -> " + path.GetMetadata("FullPath"))}");
    }

    private static string Findings(AssemblyReport report)
    {
        if (report.Methods.Count == 0)
            return "no async methods";

        var summary = report.Summary;
        var methods = Count(summary.Methods, "async method");
        var awaits = Count(summary.Awaits, "await");
        var over = summary.OverBudget == 0 ? "" : FormattableString.Invariant($"; {summary.OverBudget} over budget");
        return $"{methods}, {awaits}{Largest(report)}{over}";
    }

    private static string Largest(AssemblyReport report)
    {
        var largest = report.Methods
            .Where(method => method.StateMachine is not null)
            .OrderByDescending(method => method.StateMachine!.Size)
            .FirstOrDefault();
        return largest is null
            ? ""
            : FormattableString.Invariant($", largest state machine {largest.StateMachine!.Size} B ({largest.DisplayName})");
    }

    private static string Count(int number, string noun) =>
        FormattableString.Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");
}
