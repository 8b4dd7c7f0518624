using System.Globalization;
using AsyncWeave.Model;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Ci;

/// <summary>Findings as commands of a build server. A name in a finding can end no command and begin none.</summary>
public static class CiAnnotations
{
    // GitHub shows ten of each level and drops the rest without a word.
    private const int MostOfALevel = 10;

    /// <summary>Lines for the log, worst first; none where the server has no such commands.</summary>
    public static IReadOnlyList<string> Of(CiSystem system, IReadOnlyList<Diagnostic> findings)
    {
        var shown = findings.Where(d => !d.Suppressed && d.Severity >= Severity.Warning).OrderByDescending(d => d.Severity).ToList();
        return system switch
        {
            CiSystem.GitHub => Capped(shown, GitHub),
            CiSystem.AzureDevOps => shown.Select(AzureDevOps).ToList(),
            CiSystem.TeamCity => shown.Select(TeamCity).ToList(),
            _ => [],
        };
    }

    /// <summary>Totals as figures over time, where the server keeps some.</summary>
    public static IReadOnlyList<string> Statistics(CiSystem system, ReportSet set)
    {
        if (system != CiSystem.TeamCity)
            return [];
        var summaries = set.Reports.Select(r => r.Summary).ToList();
        return
        [
            Statistic("AsyncWeave.StateMachineBytes", summaries.Sum(s => s.TotalStateMachineBytes)),
            Statistic("AsyncWeave.StateMachines", summaries.Sum(s => (long)s.StateMachines)),
            Statistic("AsyncWeave.OverBudget", summaries.Sum(s => (long)s.OverBudget)),
        ];
    }

    /// <summary>A command that attaches a Markdown file to the build; null where the server takes it another way.</summary>
    public static string? UploadSummary(CiSystem system, string path) =>
        system == CiSystem.AzureDevOps ? "##vso[task.uploadsummary]" + AzureEscape(path) : null;

    private static List<string> Capped(List<Diagnostic> findings, Func<Diagnostic, string> write)
    {
        var lines = new List<string>();
        foreach (var level in findings.GroupBy(d => d.Severity))
        {
            var all = level.ToList();
            var fits = all.Count <= MostOfALevel ? all.Count : MostOfALevel - 1;
            lines.AddRange(all.Take(fits).Select(write));
            if (fits < all.Count)
                lines.Add($"::{GitHubLevel(level.Key)} title=AsyncWeave::{(all.Count - fits).ToString(CultureInfo.InvariantCulture)} more in the report");
        }

        return lines;
    }

    private static string GitHub(Diagnostic diagnostic)
    {
        var place = diagnostic.File is { } file ? $"file={GitHubProperty(file)},line={Number(diagnostic.Line)},col={Number(diagnostic.Column)}," : "";
        return $"::{GitHubLevel(diagnostic.Severity)} {place}title={diagnostic.Id}::{GitHubMessage(diagnostic.Message)}";
    }

    private static string GitHubLevel(Severity severity) => severity == Severity.Error ? "error" : "warning";

    private static string GitHubMessage(string text) => Printable.Of(text).Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string GitHubProperty(string text) => GitHubMessage(text).Replace(":", "%3A").Replace(",", "%2C");

    private static string AzureDevOps(Diagnostic diagnostic)
    {
        var place = diagnostic.File is { } file ? $"sourcepath={AzureEscape(file)};linenumber={Number(diagnostic.Line)};columnnumber={Number(diagnostic.Column)};" : "";
        var type = diagnostic.Severity == Severity.Error ? "error" : "warning";
        return $"##vso[task.logissue type={type};{place}code={diagnostic.Id};]{AzureEscape(diagnostic.Message)}";
    }

    private static string AzureEscape(string text) =>
        Printable.Of(text).Replace("%", "%AZP25").Replace(";", "%3B").Replace("\r", "%0D").Replace("\n", "%0A").Replace("]", "%5D");

    private static string TeamCity(Diagnostic diagnostic)
    {
        var place = diagnostic.File is { } file ? $"{file}({Number(diagnostic.Line)},{Number(diagnostic.Column)}): " : "";
        return diagnostic.Severity == Severity.Error
            ? $"##teamcity[buildProblem description='{TeamCityEscape($"{place}{diagnostic.Id}: {diagnostic.Message}")}']"
            : $"##teamcity[message text='{TeamCityEscape($"{place}{diagnostic.Id}: {diagnostic.Message}")}' status='WARNING']";
    }

    private static string Statistic(string key, long value) =>
        $"##teamcity[buildStatisticValue key='{key}' value='{value.ToString(CultureInfo.InvariantCulture)}']";

    private static string TeamCityEscape(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length);
        foreach (var c in Printable.Of(text))
        {
            if (c is '|' or '\'' or '[' or ']')
                escaped.Append('|').Append(c);
            else if (c > 126)
                escaped.Append("|0x").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Number(int? number) => (number ?? 1).ToString(CultureInfo.InvariantCulture);
}
