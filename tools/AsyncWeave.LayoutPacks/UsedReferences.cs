using Mono.Cecil;

namespace AsyncWeave.LayoutPacks;

/// <summary>Drops the assembly references that only removed members needed.</summary>
internal static class UsedReferences
{
    public static void KeepOnly(ModuleDefinition module)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var forwarder in module.ExportedTypes)
            Add(forwarder.Scope, used);
        foreach (var type in module.GetTypes())
        {
            Add(type.BaseType, used);
            foreach (var field in type.Fields)
                Add(field.FieldType, used);
            foreach (var attribute in type.CustomAttributes)
                Add(attribute.AttributeType, used);
        }

        foreach (var reference in module.AssemblyReferences.ToList())
            if (!used.Contains(reference.Name))
                module.AssemblyReferences.Remove(reference);
    }

    private static void Add(TypeReference? type, HashSet<string> used)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType instance:
                foreach (var argument in instance.GenericArguments)
                    Add(argument, used);
                Add(instance.ElementType, used);
                return;
            case TypeSpecification specification:
                Add(specification.ElementType, used);
                return;
            default:
                Add(type.Scope, used);
                return;
        }
    }

    private static void Add(IMetadataScope? scope, HashSet<string> used)
    {
        if (scope is AssemblyNameReference reference)
            used.Add(reference.Name);
    }
}
