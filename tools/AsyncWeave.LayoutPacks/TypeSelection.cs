using Mono.Cecil;

namespace AsyncWeave.LayoutPacks;

/// <summary>The types of a framework whose fields somebody else's state machine or box can contain.</summary>
internal sealed class TypeSelection
{
    private readonly HashSet<TypeDefinition> kept = [];
    private readonly Queue<TypeDefinition> pending = new();

    public TypeSelection(FrameworkAssemblies framework)
    {
        foreach (var type in framework.All.SelectMany(assembly => assembly.MainModule.GetTypes()))
            if (AsyncClasses.Include(type) || (type.IsValueType && IsVisibleOutside(type)))
                Keep(type);
        foreach (var generated in framework.All.SelectMany(assembly => assembly.MainModule.GetTypes()).Where(type => type.IsNested && type.Name[0] == '<'))
            KeepForeign(generated);
        while (pending.TryDequeue(out var type))
            KeepWhatItContains(type);
    }

    public bool Keeps(TypeDefinition type) => kept.Contains(type);

    private void Keep(TypeDefinition type)
    {
        if (kept.Add(type))
            pending.Enqueue(type);
    }

    // Frameworks open internal structs to each other by InternalsVisibleTo, and some stand in state machines.
    private void KeepForeign(TypeDefinition generated)
    {
        foreach (var type in generated.Fields.Where(field => !field.IsStatic).SelectMany(field => ValueTypesIn(field.FieldType)))
            if (type.Module != generated.Module)
                Keep(type);
    }

    private void KeepWhatItContains(TypeDefinition type)
    {
        foreach (var inside in type.Fields.Where(field => !field.IsStatic).SelectMany(field => ValueTypesIn(field.FieldType)))
            Keep(inside);
    }

    private static IEnumerable<TypeDefinition> ValueTypesIn(TypeReference type)
    {
        if (type is IModifierType modified)
            return ValueTypesIn(modified.ElementType);
        var arguments = type is GenericInstanceType instance ? instance.GenericArguments.SelectMany(ValueTypesIn) : [];
        return type.IsValueType && !type.IsPointer && type.Resolve() is { } definition ? arguments.Append(definition) : arguments;
    }

    private static bool IsVisibleOutside(TypeDefinition type) =>
        type.IsNested
            ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisibleOutside(type.DeclaringType)
            : type.IsPublic;
}
