using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Finds what a module's references to types lead to, through type forwarders.</summary>
/// <param name="find">Finds the module that stands for an assembly name.</param>
internal sealed class RowReferences(MetadataReader metadata, NamedTypes types, Func<string, FoundModule?> find)
{
    private readonly Dictionary<NamedType, FoundType?> found = [];

    /// <summary>Null where it was found nowhere.</summary>
    public FoundType? Resolve(NamedType type)
    {
        if (!found.TryGetValue(type, out var definition))
            found[type] = definition = ResolveAnew(type);
        return definition;
    }

    /// <summary>Simple name of the assembly that a reference names; null where it names none.</summary>
    public string? AssemblyOf(NamedType type)
    {
        while (type.Outer is { } outer)
            type = outer;
        return ScopeOf(type) is { Kind: HandleKind.AssemblyReference } scope
            ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
            : null;
    }

    /// <summary>The module's own type behind a reference that names no assembly; nil for any other.</summary>
    public TypeDefinitionHandle OwnType(NamedType type)
    {
        if (type.Outer is not null || ScopeOf(type).Kind != HandleKind.ModuleDefinition)
            return default;
        return metadata.TypeDefinitions.FirstOrDefault(handle => types.Of(handle) is { Outer: null } own && own.Name == type.Name && own.Namespace == type.Namespace);
    }

    /// <summary>What every type derives from stands in it, whichever facade the module names; null where no reference leads to it.</summary>
    public FoundModule? FindCoreLibrary()
    {
        foreach (var handle in metadata.TypeReferences)
        {
            var row = metadata.GetTypeReference(handle);
            if (metadata.StringComparer.Equals(row.Name, "Object") && types.Of(handle).Is("System", "Object") && Resolve(types.Of(handle)) is { } root)
                return root.Module;
        }

        return null;
    }

    private FoundType? ResolveAnew(NamedType type)
    {
        if (type.Outer is { } outer)
            return Resolve(outer) is { } around && around.Module.Rows.NestedType(around.Handle, type.Name) is { IsNil: false } nested ? new FoundType(around.Module, nested) : null;
        return AssemblyOf(type) is { } assembly ? InAssembly(assembly, type.Namespace, type.Name) : null;
    }

    private FoundType? InAssembly(string assembly, string @namespace, string name)
    {
        for (var step = 0; step < ForwardingResolver.LongestChain; step++)
        {
            if (find(assembly) is not { } module)
                return null;
            if (module.Rows.TopLevelType(@namespace, name) is { IsNil: false } type)
                return new FoundType(module, type);
            if (module.Rows.ForwardedTo(@namespace, name) is not { } next)
                return null;
            assembly = next;
        }

        return null;
    }

    private EntityHandle ScopeOf(NamedType type) =>
        type.Handle.Kind == HandleKind.TypeReference ? metadata.GetTypeReference((TypeReferenceHandle)type.Handle).ResolutionScope : default;
}
