using Mono.Cecil;

namespace AsyncWeave.Analysis.Layout;

/// <summary>What open type parameters are taken for: references where the constraints allow them, which all share one layout.</summary>
internal sealed class GenericAssumptions
{
    private readonly SortedSet<string> integers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> enums = new(StringComparer.Ordinal);
    private bool references;

    public ClosedType Take(OpenParameter parameter)
    {
        if (parameter.IsEnum)
        {
            enums.Add(parameter.Name);
            return new PlainClosedType(parameter.Name, sizeof(int));
        }

        if (parameter.IsValueType)
        {
            integers.Add(parameter.Name);
            return new PlainClosedType(parameter.Name, sizeof(int));
        }

        references = true;
        return new ReferenceClosedType(parameter.Name);
    }

    /// <summary>For the reader of a report; null when nothing was open.</summary>
    public string? Describe()
    {
        var parts = new List<string>();
        if (references)
            parts.Add("reference type arguments");
        if (integers.Count > 0)
            parts.Add("int for " + string.Join(", ", integers));
        if (enums.Count > 0)
            parts.Add("an int enum for " + string.Join(", ", enums));
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    public static OpenParameter Describe(GenericParameter parameter) =>
        new(parameter.Name, HasEnumConstraint(parameter), parameter.HasNotNullableValueTypeConstraint);

    private static bool HasEnumConstraint(GenericParameter parameter)
    {
        if (!parameter.HasConstraints)
            return false;
        foreach (var constraint in parameter.Constraints)
        {
            if (constraint.ConstraintType is { Name: "Enum", Namespace: "System" })
                return true;
        }

        return false;
    }
}
