using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mono.Cecil;
using GenericParameter = Mono.Cecil.GenericParameter;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;
using TypeReference = Mono.Cecil.TypeReference;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Finds the definition behind a type reference, through type forwarders, remembering what it found.</summary>
internal sealed class ForwardingResolver(IAssemblyResolver assemblies, Func<string, FoundModule?> find) : MetadataResolver(assemblies)
{
    // A chain of facades is two or three long; a circle of forwarders is a lie.
    private const int LongestChain = 16;

    private readonly Dictionary<TypeReference, TypeDefinition?> known = [];

    public override TypeDefinition? Resolve(TypeReference type)
    {
        // Parameters, pointers, arrays and function pointers have no definition; Cecil's own answer for them is an element's.
        type = type.GetElementType();
        if (type is TypeDefinition definition)
            return definition;
        if (type is GenericParameter or FunctionPointerType)
            return null;
        if (known.TryGetValue(type, out var found))
            return found;
        found = Find(type);
        known[type] = found;
        return found;
    }

    private TypeDefinition? Find(TypeReference type)
    {
        if (type.IsNested)
            return Resolve(type.DeclaringType) is { } outer ? NestedType(outer, type.Name) : null;
        return type.Scope switch
        {
            AssemblyNameReference assembly when InAssembly(assembly.Name, type.Namespace, type.Name) is var (module, handle) =>
                (TypeDefinition)module.Module.LookupToken(MetadataTokens.GetToken(handle)),
            ModuleDefinition module => module.GetType(type.Namespace, type.Name),
            _ => null,
        };
    }

    /// <summary>The top-level type that an assembly has or forwards.</summary>
    /// <param name="assembly">Simple name.</param>
    public (FoundModule Module, TypeDefinitionHandle Type)? InAssembly(string assembly, string @namespace, string name)
    {
        for (var step = 0; step < LongestChain; step++)
        {
            if (find(assembly) is not { } module)
                return null;
            if (module.Rows.TopLevelType(@namespace, name) is { IsNil: false } type)
                return (module, type);
            if (module.Rows.ForwardedTo(@namespace, name) is not { } next)
                return null;
            assembly = next;
        }

        return null;
    }

    private static TypeDefinition? NestedType(TypeDefinition outer, string name)
    {
        foreach (var nested in outer.NestedTypes)
        {
            if (nested.Name == name)
                return nested;
        }

        return null;
    }
}
