using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>
/// Reads <c>dotnet_diagnostic.AWnnnn.severity</c> and, for all rules or those of our category, <c>dotnet_analyzer_diagnostic</c>
/// as the compiler does; all else in the file belongs to others.
/// </summary>
internal static class AnalyzerConfigReader
{
    /// <summary>Stands for an id in what is said of every rule of ours.</summary>
    public const string Category = "dotnet_analyzer_diagnostic.category-asyncweave.severity";

    /// <summary>Stands for an id in what is said of every rule of every analyzer.</summary>
    public const string Everything = "dotnet_analyzer_diagnostic.severity";

    private const string Prefix = "dotnet_diagnostic.";
    private const string Suffix = ".severity";

    public static AnalyzerConfigFile Read(string path, TextReader text, string display, Problems problems)
    {
        var isGlobal = Path.GetFileName(path).Equals(".globalconfig", StringComparison.OrdinalIgnoreCase);
        int? level = isGlobal ? 100 : null;
        var isRoot = false;
        string? section = null;
        var entries = new List<AnalyzerConfigEntry>();
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            line = line.Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
                continue;
            if (line[0] == '[' && line[line.Length - 1] == ']')
            {
                section = line.Substring(1, line.Length - 2);
                continue;
            }

            var (key, value) = Split(line);
            if (section is null && key == "root")
                isRoot = value == "true";
            else if (section is null && key == "is_global" && value == "true")
                level ??= 0;
            else if (section is null && key == "global_level" && int.TryParse(value, out var given))
                level = given;
            else if (key.StartsWith(Prefix + "aw", StringComparison.Ordinal) && key.EndsWith(Suffix, StringComparison.Ordinal))
                AddOne(entries, section, key, value, Origin(), problems);
            else if (key is Category or Everything)
                Add(entries, section, key, value, Origin(), problems);

            Origin Origin() => new(Path.GetFileName(path), display, number, 1);
        }

        return new AnalyzerConfigFile(DirectoryOf(path), isRoot, level, entries);
    }

    private static void AddOne(List<AnalyzerConfigEntry> entries, string? section, string key, string value, Origin origin, Problems problems)
    {
        var id = key.Substring(Prefix.Length, key.Length - Prefix.Length - Suffix.Length).ToUpperInvariant();
        if (DiagnosticTable.All.All(d => d.Id != id))
            problems.MatchesNothing(origin, $"no diagnostic has the id '{id}'{Problems.DidYouMean(id, DiagnosticTable.All.Select(d => d.Id))}");
        else
            Add(entries, section, id, value, origin, problems);
    }

    private static void Add(List<AnalyzerConfigEntry> entries, string? section, string id, string value, Origin origin, Problems problems)
    {
        if (TrySeverity(value, out var severity))
            entries.Add(new AnalyzerConfigEntry(section, id, severity, origin));
        else
            problems.Invalid(origin, $"'{value}' is no severity; known: error, warning, suggestion, silent, none, default");
    }

    // The words of .editorconfig; the compiler's own info, hidden and refactoring are taken too.
    private static bool TrySeverity(string value, out Severity? severity)
    {
        (var known, severity) = value switch
        {
            "error" => (true, (Severity?)Severity.Error),
            "warning" => (true, Severity.Warning),
            "suggestion" or "info" => (true, Severity.Suggestion),
            "silent" or "hidden" or "refactoring" => (true, Severity.Message),
            "none" => (true, Severity.None),
            "default" => (true, null),
            _ => (false, null),
        };
        return known;
    }

    private static (string Key, string Value) Split(string line)
    {
        var at = line.IndexOfAny(['=', ':']);
        if (at < 0)
            return (line.ToLowerInvariant(), "");
        var value = line.Substring(at + 1);
        var comment = value.IndexOfAny(['#', ';']);
        if (comment >= 0)
            value = value.Substring(0, comment);
        return (line.Substring(0, at).Trim().ToLowerInvariant(), value.Trim().ToLowerInvariant());
    }

    private static string DirectoryOf(string path) => (Path.GetDirectoryName(path) ?? "").Replace('\\', '/').TrimEnd('/') + "/";
}
