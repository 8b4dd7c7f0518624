using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>A type by the names in its row: nothing is resolved. One object stands for one row of a module.</summary>
/// <param name="Handle">Definition or reference; nil for a primitive, which a signature names by a code of its own.</param>
/// <param name="Outer">The type that it is nested in; such a type has no namespace.</param>
internal sealed record NamedType(EntityHandle Handle, string Namespace, string Name, NamedType? Outer)
{
    private string? fullName;

    /// <summary>Set for a primitive.</summary>
    public PrimitiveTypeCode? Primitive { get; init; }

    /// <summary><c>Namespace.Outer/Inner`1</c>.</summary>
    public string FullName => fullName ??=
        Outer is not null ? Outer.FullName + "/" + Name
        : Namespace.Length > 0 ? Namespace + "." + Name
        : Name;

    public bool Is(string @namespace, string name) => Outer is null && Name == name && Namespace == @namespace;

    public bool Equals(NamedType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
