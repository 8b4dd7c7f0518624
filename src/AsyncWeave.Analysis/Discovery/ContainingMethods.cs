using System.Reflection.Metadata;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Finds the method that a lambda or local function stands in.</summary>
internal sealed class ContainingMethods(OpenedModule module)
{
    private readonly MetadataReader metadata = module.Metadata;

    /// <summary>Nil for an ordinary method, and where nothing points to one.</summary>
    public MethodDefinitionHandle Of(MethodDefinitionHandle method) =>
        CompilerName.TryParse(module.NameOf(method)) is { } name ? Of(method, name) : default;

    /// <summary>Nil where nothing points to one.</summary>
    /// <param name="name">The function's own.</param>
    public MethodDefinitionHandle Of(MethodDefinitionHandle nested, CompilerName name)
    {
        var closure = metadata.GetMethodDefinition(nested).GetDeclaringType();
        var type = TypeOutside(closure);
        var candidates = new List<MethodDefinitionHandle>();
        foreach (var candidate in metadata.GetTypeDefinition(type).GetMethods())
        {
            if (IsNamed(candidate, name.Method))
                candidates.Add(candidate);
        }

        if (candidates.Count <= 1)
            return candidates.FirstOrDefault();

        // Overloads: the ordinal of an async one stands in its state machine's name, others are told by who mentions the function.
        var ordinal = name.MethodOrdinal ?? CompilerName.OrdinalOf(metadata.GetString(metadata.GetTypeDefinition(closure).Name));
        if (ordinal is not null && candidates.FirstOrDefault(candidate => OrdinalOf(candidate) == ordinal) is { IsNil: false } named)
            return named;
        return candidates.FirstOrDefault(candidate => Mentions(candidate, nested, ordinal)) is { IsNil: false } mentioning ? mentioning
            : name.Method.Length > 0 ? candidates[0] : default;
    }

    // Visual Basic's lambdas do not name their method.
    private bool IsNamed(MethodDefinitionHandle candidate, string method) => method.Length > 0
        ? metadata.StringComparer.Equals(metadata.GetMethodDefinition(candidate).Name, method)
        : CompilerName.TryParse(module.NameOf(candidate)) is null;

    /// <summary>Closures (<c>&lt;&gt;c</c>, display classes) are nested in the type that the method belongs to.</summary>
    private TypeDefinitionHandle TypeOutside(TypeDefinitionHandle handle)
    {
        while (true)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (!metadata.StringComparer.StartsWith(type.Name, "<") && !metadata.StringComparer.StartsWith(type.Name, "_Closure$__"))
                return handle;
            if (type.GetDeclaringType() is not { IsNil: false } outer)
                return handle;
            handle = outer;
        }
    }

    private int? OrdinalOf(MethodDefinitionHandle candidate)
    {
        if (module.Attributes.StateMachineOf(candidate) is not { } attribute)
            return null;
        var blob = metadata.GetBlobReader(metadata.GetCustomAttribute(attribute).Value);
        return blob.Length > 2 && blob.ReadUInt16() == 1 && blob.ReadSerializedString() is { } name ? CompilerName.OrdinalOf(name) : null;
    }

    /// <param name="ordinal">What stands in a function that stands in the method is mentioned there alone; but that function has the ordinal as well.</param>
    private bool Mentions(MethodDefinitionHandle candidate, MethodDefinitionHandle nested, int? ordinal)
    {
        if (!SuspendingBody.HasBody(metadata.GetMethodDefinition(candidate)))
            return false;
        var name = module.NameOf(nested);
        var closure = metadata.GetString(metadata.GetTypeDefinition(metadata.GetMethodDefinition(nested).GetDeclaringType()).Name);
        var ownsClosure = closure.StartsWith(CompilerName.DisplayClass, StringComparison.Ordinal);
        var code = module.Bodies.Decode(candidate);
        for (var i = 0; i < code.Count; i++)
        {
            if (InstructionSet.Operand(code.Op(i)) != OperandKind.Token || module.Members.NamesOf(code.RawOperand(i)) is not { } mentioned)
                continue;
            if (mentioned.Type == closure && (ownsClosure || mentioned.Name == name))
                return true;
            if (ordinal is not null && (CompilerName.TryParse(mentioned.Name)?.MethodOrdinal ?? (mentioned.Type is { } type ? CompilerName.OrdinalOf(type) : null)) == ordinal)
                return true;
        }

        return false;
    }
}
