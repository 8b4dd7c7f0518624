namespace AsyncWeave.Analysis.Layout;

/// <summary>Identity of a closed type: the definition itself, not its name, which several assemblies may share.</summary>
internal readonly struct DefinitionKey(TypeDeclaration declaration, ClosedType[] arguments) : IEquatable<DefinitionKey>
{
    private readonly TypeDeclaration declaration = declaration;
    private readonly ClosedType[] arguments = arguments;

    public bool Equals(DefinitionKey other)
    {
        if (!ReferenceEquals(declaration, other.declaration) || arguments.Length != other.arguments.Length)
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
        var hash = declaration.GetHashCode();
        foreach (var argument in arguments)
            hash = hash * 31 + argument.KeyHash;
        return hash;
    }

    // Structs are one object per identity. What is told apart by name alone has one layout for each kind.
    private static bool IsSame(ClosedType left, ClosedType right) => ReferenceEquals(left, right)
        || (left, right) switch
        {
            (ReferenceClosedType, ReferenceClosedType) or (UnknownClosedType, UnknownClosedType) => left.Name == right.Name,
            (PlainClosedType one, PlainClosedType other) => one.Size == other.Size && one.Name == other.Name,
            _ => false,
        };
}
