using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>All analyzer configuration of a build: nearer files win, later sections win, and sections win over global files.</summary>
internal sealed class AnalyzerConfig
{
    public static AnalyzerConfig None { get; } = new([]);

    private readonly IReadOnlyList<AnalyzerConfigFile> _sectioned;
    private readonly IReadOnlyList<AnalyzerConfigFile> _global;

    public AnalyzerConfig(IReadOnlyList<AnalyzerConfigFile> files)
    {
        // From the root of the disk inward: what comes later is nearer to the source.
        _sectioned = files.Where(f => f.GlobalLevel is null && (f.Entries.Count > 0 || f.IsRoot)).OrderBy(f => f.Directory.Length).ThenBy(f => f.Directory, StringComparer.Ordinal).ToList();
        _global = files.Where(f => f.GlobalLevel is not null && f.Entries.Count > 0).OrderBy(f => f.GlobalLevel).ToList();
    }

    /// <summary>From the weakest to the strongest.</summary>
    public IEnumerable<AnalyzerConfigEntry> Entries => _global.Concat(_sectioned).SelectMany(f => f.Entries);

    public bool IsEmpty => _global.Count == 0 && _sectioned.All(f => f.Entries.Count == 0);

    /// <param name="sourcePath">Full path of the source file, with forward slashes; null asks the global files alone.</param>
    public RuleSeverity? Find(string id, string? sourcePath)
    {
        var entry = Keys(id).Select(key => FindEntry(key, sourcePath)).FirstOrDefault(e => e is not null);
        return entry is { Severity: { } severity } ? new RuleSeverity(id, severity, entry.Origin) : null;
    }

    // As for the compiler: what is said of many rules wakes none that is off by default. And it is said of rules: a budget
    // that somebody set, or a fault of the tool, is not one of many.
    private static IEnumerable<string> Keys(string id) =>
        DiagnosticTable.All.Any(d => d.Id == id && d.IsTrap && d.DefaultSeverity != Severity.None)
            ? [id, AnalyzerConfigReader.Category, AnalyzerConfigReader.Everything]
            : [id];

    private AnalyzerConfigEntry? FindEntry(string key, string? sourcePath) =>
        (sourcePath is null ? null : FindInSections(key, sourcePath))
        ?? _global.SelectMany(f => f.Entries).LastOrDefault(e => e.Id == key);

    private AnalyzerConfigEntry? FindInSections(string id, string sourcePath)
    {
        AnalyzerConfigEntry? found = null;
        foreach (var file in _sectioned)
        {
            if (!sourcePath.StartsWith(file.Directory, StringComparison.Ordinal))
                continue;
            if (file.IsRoot)
                found = null;
            var relative = sourcePath.Substring(file.Directory.Length);
            foreach (var entry in file.Entries)
            {
                if (entry.Id == id && entry.Section is { } section && GlobPattern.Matches(section, relative))
                    found = entry;
            }
        }

        return found;
    }
}
