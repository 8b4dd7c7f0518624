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
        while (pending.TryDequeue(out var type))
            KeepWhatItContains(type);
    }

    public bool Keeps(TypeDefinition type) => kept.Contains(type);

    private void Keep(TypeDefinition type)
    {
        if (kept.Add(type))
            pending.Enqueue(type);
    }

    private void KeepWhatItContains(TypeDefinition type)
    {
        foreach (var field in type.Fields.Where(field => !field.IsStatic))
            KeepValueTypes(field.FieldType);
    }

    private void KeepValueTypes(TypeReference type)
    {
        if (type is GenericInstanceType instance)
            foreach (var argument in instance.GenericArguments)
                KeepValueTypes(argument);
        else if (type is IModifierType modified)
            KeepValueTypes(modified.ElementType);
        if (type.IsValueType && !type.IsPointer && type.Resolve() is { } definition)
            Keep(definition);
    }

    // Internal structs too: frameworks open themselves to each other by InternalsVisibleTo.
    private static bool IsVisibleOutside(TypeDefinition type) =>
        type.IsNested
            ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisibleOutside(type.DeclaringType)
            : type.IsPublic;
}
