namespace AsyncWeave.Analysis.Layout;

/// <summary>Gathers what makes a layout inexact: the first reason, and every missing assembly.</summary>
internal sealed class Doubts
{
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>Null when nothing is in doubt.</summary>
    public string? Reason { get; private set; }

    public IReadOnlyList<string> MissingAssemblies => [.. missing];

    public void Add(Doubt doubt)
    {
        Reason ??= doubt.Reason;
        if (doubt.MissingAssembly is { } name)
            missing.Add(name);
    }

    public void AddFrom(TypeLayout part)
    {
        if (part.Exact)
            return;
        Reason ??= part.InexactBecause;
        missing.UnionWith(part.MissingAssemblies);
    }
}
