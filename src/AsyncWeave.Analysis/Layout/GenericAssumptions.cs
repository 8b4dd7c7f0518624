namespace AsyncWeave.Analysis.Layout;

/// <summary>What open type parameters are taken for: references where the constraints allow them, which all share one layout.</summary>
internal sealed class GenericAssumptions
{
    private SortedSet<string>? integers;
    private SortedSet<string>? enums;
    private bool references;

    public ClosedType Take(OpenParameter parameter)
    {
        if (parameter.IsEnum)
        {
            (enums ??= new(StringComparer.Ordinal)).Add(parameter.Name);
            return new PlainClosedType(parameter.Name, sizeof(int));
        }

        if (parameter.IsValueType)
        {
            (integers ??= new(StringComparer.Ordinal)).Add(parameter.Name);
            return new PlainClosedType(parameter.Name, sizeof(int));
        }

        references = true;
        return new ReferenceClosedType(parameter.Name);
    }

    /// <summary>For the reader of a report; null when nothing was open.</summary>
    public string? Describe()
    {
        if (!references && integers is null && enums is null)
            return null;
        var parts = new List<string>();
        if (references)
            parts.Add("reference type arguments");
        if (integers is not null)
            parts.Add("int for " + string.Join(", ", integers));
        if (enums is not null)
            parts.Add("an int enum for " + string.Join(", ", enums));
        return string.Join("; ", parts);
    }
}
