using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Finds the definitions behind the types that a module names, in itself and in the modules that its references lead to.</summary>
internal sealed class RowReferences(ModuleRows module, ForwardingResolver implementations)
{
    private readonly MetadataReader metadata = module.Metadata;
    private readonly Dictionary<NamedType, RowType?> found = [];

    /// <summary>Null where it was found nowhere.</summary>
    public RowType? DefinitionOf(NamedType type)
    {
        if (!found.TryGetValue(type, out var definition))
            found[type] = definition = Find(type);
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

    /// <summary>What every type derives from stands in it, whichever facade the module names; null where no reference leads to it.</summary>
    public ModuleRows? FindCoreLibrary()
    {
        var types = module.Signatures.Types;
        foreach (var handle in metadata.TypeReferences)
        {
            var row = metadata.GetTypeReference(handle);
            if (metadata.StringComparer.Equals(row.Name, "Object") && types.Of(handle).Is("System", "Object") && DefinitionOf(types.Of(handle)) is { } root)
                return root.Module;
        }

        return null;
    }

    private RowType? Find(NamedType type)
    {
        if (type.Handle.Kind == HandleKind.TypeDefinition)
            return new RowType(module, (TypeDefinitionHandle)type.Handle);
        if (type.Outer is { } outer)
            return DefinitionOf(outer) is { } around && around.Module.NestedType(around.Handle, type.Name) is { IsNil: false } nested ? around with { Handle = nested } : null;
        // A reference may name the module that it stands in (ECMA-335 II.22.38).
        if (ScopeOf(type).Kind == HandleKind.ModuleDefinition)
            return module.TopLevelType(type.Namespace, type.Name) is { IsNil: false } own ? new RowType(module, own) : null;
        return AssemblyOf(type) is { } assembly && implementations.InAssembly(assembly, type.Namespace, type.Name) is var (implementation, handle)
            ? new RowType(implementation.Rows, handle)
            : null;
    }

    private EntityHandle ScopeOf(NamedType type) =>
        type.Handle.Kind == HandleKind.TypeReference ? metadata.GetTypeReference((TypeReferenceHandle)type.Handle).ResolutionScope : default;
}
