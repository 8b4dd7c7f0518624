namespace AsyncWeave.Report.Baselines;

/// <summary>What a baseline says of one assembly.</summary>
/// <param name="Architecture">For which the sizes hold.</param>
/// <param name="Frameworks">The target frameworks that were measured when it was written.</param>
/// <param name="Entries">By key, then by framework.</param>
internal sealed record AssemblyBaseline(string Architecture, IReadOnlyList<string> Frameworks, IReadOnlyList<BaselineEntry> Entries)
{
    /// <summary>The lines that hold for a framework, by key; its own line goes before the one for all.</summary>
    public Dictionary<string, BaselineEntry> For(string framework)
    {
        var entries = new Dictionary<string, BaselineEntry>(StringComparer.Ordinal);
        if (!Frameworks.Contains(framework))
            return entries;
        foreach (var entry in Entries)
        {
            if (entry.Framework == framework || (entry.Framework is null && !entries.ContainsKey(entry.Key)))
                entries[entry.Key] = entry;
        }

        return entries;
    }
}
