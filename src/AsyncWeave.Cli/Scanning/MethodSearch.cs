using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Cli.Scanning;

/// <summary>The methods that a person means, who need not type a namespace.</summary>
internal static class MethodSearch
{
    /// <exception cref="UsageException">No method matches.</exception>
    public static IReadOnlyList<MethodReport> In(AssemblyReport report, string? pattern)
    {
        if (pattern is null)
            return report.Methods;
        if (Matching(report, pattern) is { Count: > 0 } exact)
            return exact;
        if (Matching(report, "*." + pattern) is { Count: > 0 } anywhere)
            return anywhere;
        throw new UsageException($"AW0005: '{pattern}' matches no async method of {report.Assembly.Name}{Nearest(report, pattern)}");
    }

    private static List<MethodReport> Matching(AssemblyReport report, string pattern) =>
        report.Methods.Where(new MethodPattern(pattern).Matches).ToList();

    private static string Nearest(AssemblyReport report, string pattern)
    {
        var typed = pattern.Trim('*', '.');
        var lastPart = NearestName.Of(typed, report.Methods.Select(method => LastPart(method.Name)).Distinct(StringComparer.Ordinal));
        var name = NearestName.Of(typed, report.Methods.Select(method => method.Name))
            ?? report.Methods.FirstOrDefault(method => LastPart(method.Name) == lastPart)?.Name;
        return name is null ? "" : $", did you mean '{name}'?";
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];
}
