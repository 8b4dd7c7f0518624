using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using MemberReference = Mono.Cecil.MemberReference;
using MethodDefinition = Mono.Cecil.MethodDefinition;
using MethodSpecification = Mono.Cecil.MethodSpecification;
using TypeDefinition = Mono.Cecil.TypeDefinition;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Finds the method that a lambda or local function stands in.</summary>
internal sealed class ContainingMethods(OpenedModule module)
{
    /// <summary>Null where nothing points to one.</summary>
    public MethodDefinition? Of(MethodDefinition nested)
    {
        if (CompilerName.TryParse(nested.Name) is not { } name)
            return null;

        var type = TypeOutside(nested.DeclaringType);
        var candidates = type.Methods.Where(m => m.Name == name.Method).ToList();
        if (candidates.Count <= 1)
            return candidates.FirstOrDefault();

        // Overloads: the ordinal of an async one stands in its state machine's name, others are told by who mentions the function.
        var ordinal = name.MethodOrdinal ?? CompilerName.OrdinalOf(nested.DeclaringType.Name);
        return candidates.FirstOrDefault(c => ordinal is not null && OrdinalOf(c, type) == ordinal)
            ?? candidates.FirstOrDefault(c => Mentions(c, nested))
            ?? candidates[0];
    }

    /// <summary>Closures (<c>&lt;&gt;c</c>, display classes) are nested in the type that the method belongs to.</summary>
    private static TypeDefinition TypeOutside(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer && (type.Name.StartsWith("<", StringComparison.Ordinal) || type.Name.StartsWith("_Closure$__", StringComparison.Ordinal)))
            type = outer;
        return type;
    }

    private int? OrdinalOf(MethodDefinition candidate, TypeDefinition type)
    {
        foreach (var row in module.Attributes.StateMachines)
        {
            if (MetadataTokens.GetToken(row.Parent) != candidate.MetadataToken.ToInt32())
                continue;
            var blob = module.Metadata.GetBlobReader(module.Metadata.GetCustomAttribute(row.Handle).Value);
            return blob.Length > 2 && blob.ReadUInt16() == 1 && blob.ReadSerializedString() is { } name ? CompilerName.OrdinalOf(name) : null;
        }

        return null;
    }

    private static bool Mentions(MethodDefinition candidate, MethodDefinition nested)
    {
        if (!candidate.HasBody)
            return false;
        var ownsClosure = nested.DeclaringType.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal);
        foreach (var instruction in candidate.Body.Instructions)
        {
            if (instruction.Operand is not MemberReference member)
                continue;
            var mentioned = member is MethodSpecification specification ? specification.ElementMethod : member;
            if (mentioned.DeclaringType?.Name == nested.DeclaringType.Name && (ownsClosure || mentioned.Name == nested.Name))
                return true;
        }

        return false;
    }
}
