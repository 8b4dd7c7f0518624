namespace AsyncWeave.Analysis.Layout;

/// <summary>Gathers what makes a layout inexact: the first reason, and every missing assembly.</summary>
internal sealed class Doubts
{
    private SortedSet<string>? missing;

    /// <summary>Null when nothing is in doubt.</summary>
    public string? Reason { get; private set; }

    public IReadOnlyList<string> MissingAssemblies => missing is null ? [] : [.. missing];

    private SortedSet<string> Missing => missing ??= new SortedSet<string>(StringComparer.Ordinal);

    public void Add(Doubt doubt)
    {
        Reason ??= doubt.Reason;
        if (doubt.MissingAssembly is { } name)
            Missing.Add(name);
    }

    public void AddFrom(TypeLayout part)
    {
        if (part.Exact)
            return;
        Reason ??= part.InexactBecause;
        Missing.UnionWith(part.MissingAssemblies);
    }
}
