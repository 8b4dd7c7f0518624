using AsyncWeave.Model;

namespace AsyncWeave.Report.Baselines;

/// <summary>The lines of a baseline beside the methods of a report.</summary>
internal sealed class BaselineLines
{
    private readonly Dictionary<string, BaselineEntry> _byToken = new(StringComparer.Ordinal);

    private BaselineLines(IReadOnlyList<(MethodReport, BaselineEntry)> matched, IReadOnlyList<BaselineEntry> unmatched, IReadOnlyList<string> keys)
    {
        Matched = matched;
        Unmatched = unmatched;
        Keys = keys;
        foreach (var (method, entry) in matched)
            _byToken[method.Token] = entry;
    }

    public IReadOnlyList<(MethodReport Method, BaselineEntry Entry)> Matched { get; }

    /// <summary>Lines that no method of the report answers to, not even under another name.</summary>
    public IReadOnlyList<BaselineEntry> Unmatched { get; }

    /// <summary>Of all methods of the report.</summary>
    public IReadOnlyList<string> Keys { get; }

    public BaselineEntry? Of(MethodReport method) => _byToken.TryGetValue(method.Token, out var entry) ? entry : null;

    public static BaselineLines For(AssemblyReport report, AssemblyBaseline assembly)
    {
        var entries = assembly.For(FrameworkRows.NameOf(report));
        var keys = MethodKeys.Of(report.Methods);
        var listed = new HashSet<string>(keys, StringComparer.Ordinal);
        var come = new List<BaselineEntry>();
        for (var i = 0; i < keys.Count; i++)
        {
            if (!entries.ContainsKey(keys[i]))
                come.Add(BaselineEntry.Of(keys[i], report.Methods[i]));
        }

        var gone = entries.Values.Where(e => !listed.Contains(e.Key)).ToList();
        var renamed = RenamedMethods.Match(come, gone);
        var matched = new List<(MethodReport, BaselineEntry)>();
        for (var i = 0; i < keys.Count; i++)
        {
            if (entries.TryGetValue(keys[i], out var entry) || renamed.TryGetValue(keys[i], out entry))
                matched.Add((report.Methods[i], entry));
        }

        var moved = new HashSet<string>(renamed.Values.Select(e => e.Key), StringComparer.Ordinal);
        return new BaselineLines(matched, gone.Where(e => !moved.Contains(e.Key)).OrderBy(e => e.Line).ToList(), keys);
    }
}
