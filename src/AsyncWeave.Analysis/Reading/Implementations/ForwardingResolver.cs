using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Finds types in the assemblies that references name, through type forwarders.</summary>
internal sealed class ForwardingResolver(Func<string, FoundModule?> find)
{
    // A chain of facades is two or three long; a circle of forwarders is a lie.
    private const int LongestChain = 16;

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
}
