using Mono.Cecil;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Identity of a closed type: the definition itself, not its name, which several assemblies may share.</summary>
internal readonly struct DefinitionKey(TypeDefinition definition, ClosedType[] arguments) : IEquatable<DefinitionKey>
{
    private readonly TypeDefinition definition = definition;
    private readonly ClosedType[] arguments = arguments;

    public bool Equals(DefinitionKey other)
    {
        if (!ReferenceEquals(definition, other.definition) || arguments.Length != other.arguments.Length)
            return false;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!IsSame(arguments[i], other.arguments[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? other) => other is DefinitionKey key && Equals(key);

    public override int GetHashCode()
    {
        var hash = definition.GetHashCode();
        foreach (var argument in arguments)
            hash = hash * 31 + argument.KeyHash;
        return hash;
    }

    // Structs are one object per identity. What is told apart by name alone has one layout for each kind.
    private static bool IsSame(ClosedType left, ClosedType right) => ReferenceEquals(left, right)
        || left.Name == right.Name && (left, right) switch
        {
            (ReferenceClosedType, ReferenceClosedType) => true,
            (PlainClosedType one, PlainClosedType other) => one.Size == other.Size,
            (UnknownClosedType, UnknownClosedType) => true,
            _ => false,
        };
}
