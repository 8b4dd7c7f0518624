using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Says which patterns match no method, and which name was probably meant.</summary>
internal static class UnmatchedPatterns
{
    /// <param name="others">Those that share the file; null where it is the project's own.</param>
    public static void Report(IEnumerable<BudgetRule> unused, IReadOnlyList<MethodReport> methods, OtherProjects? others, Problems problems)
    {
        HashSet<string>? names = null;
        foreach (var rule in unused)
        {
            names ??= Names(methods);
            var severity = rule.Origin.Line is not null && others?.Own(rule.Pattern) == true ? Severity.Message : (Severity?)null;
            problems.Add(DiagnosticTable.MatchesNothing, rule.Origin, $"the pattern '{rule.Pattern.Text}' matches no async method of this assembly{Nearest(rule.Pattern, names)}", severity);
        }
    }

    private static string Nearest(MethodPattern pattern, HashSet<string> names)
    {
        var literal = pattern.Text.EndsWith(".*", StringComparison.Ordinal) ? pattern.Text.Substring(0, pattern.Text.Length - 2) : pattern.Text;
        if (literal.IndexOfAny(['*', '?']) >= 0 || NearestName.Of(literal, names) is not { } nearest)
            return "";
        return nearest == literal ? "" : $"; did you mean '{nearest}{pattern.Text.Substring(literal.Length)}'?";
    }

    /// <summary>The methods' names with the types and namespaces that they stand in.</summary>
    private static HashSet<string> Names(IReadOnlyList<MethodReport> methods)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            for (var end = method.Name.Length; end > 0 && names.Add(method.Name.Substring(0, end));)
                end = method.Name.LastIndexOf('.', end - 1);
        }

        return names;
    }
}
