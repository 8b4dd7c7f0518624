using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>Finds the builder of a state machine, and inside a custom one the framework's builder that does the work.</summary>
internal sealed class BuilderSearch(IMetadataResolver types)
{
    // AsyncVoidMethodBuilder of .NET holds an AsyncTaskMethodBuilder; custom ones are hardly deeper.
    private const int DeepestForwarding = 4;

    /// <summary>Null where the state machine has none: iterators.</summary>
    public CoreBuilder? Of(TypeDefinition stateMachine)
    {
        TypeReference? custom = null;
        foreach (var field in stateMachine.Fields)
        {
            if (field.IsStatic)
                continue;
            if (KnownBuilders.Match(field.FieldType) is { } known)
                return known;
            if (IsBuilderField(field.Name))
                custom ??= field.FieldType;
        }

        return custom is null ? null : Inside(custom, custom.GetElementType().FullName, DeepestForwarding) ?? CoreBuilder.UnknownIn(custom);
    }

    // C#, Visual Basic; F# keeps the builder in a struct of the state machine.
    private static bool IsBuilderField(string name) => name is "<>t__builder" or "$Builder" or "Data";

    private CoreBuilder? Inside(TypeReference builder, string custom, int depth)
    {
        if (depth == 0 || !builder.IsValueType || types.Resolve(builder) is not { } definition)
            return null;
        foreach (var field in definition.Fields)
        {
            if (field.IsStatic)
                continue;
            var type = TypeArguments.Substitute(field.FieldType, builder);
            if ((KnownBuilders.Match(type) ?? Inside(type, custom, depth - 1)) is { } found)
                return found with { ForwardedBy = custom };
        }

        return null;
    }
}
