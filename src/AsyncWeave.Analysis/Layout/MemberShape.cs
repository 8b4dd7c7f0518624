namespace AsyncWeave.Analysis.Layout;

internal enum MemberGroup
{
    /// <summary>Anything that the garbage collector follows.</summary>
    Reference,

    /// <summary>A primitive, an enum, a pointer: 1, 2, 4 or 8 bytes.</summary>
    Plain,

    /// <summary>Every other struct, also one with a single primitive inside.</summary>
    ByValue,
}

/// <summary>What a layout rule needs to know of one instance field.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Alignment">Bytes; of a struct its alignment as a field.</param>
/// <param name="RequiresAlign8">arm only: the value must stand at a multiple of 8.</param>
/// <param name="ExplicitOffset">Bytes, as declared; -1 where the field declares none.</param>
internal readonly record struct MemberShape(
    MemberGroup Group,
    long Size,
    int Alignment,
    bool ContainsReferences,
    bool RequiresAlign8,
    int ExplicitOffset)
{
    /// <summary>Marshalling would not have to convert it.</summary>
    public bool IsBlittable { get; init; }

    /// <summary>A struct whose own fields the runtime ordered.</summary>
    public bool IsAutoStruct { get; init; }
}
