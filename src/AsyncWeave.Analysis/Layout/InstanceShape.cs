namespace AsyncWeave.Analysis.Layout;

/// <summary>The fields of one type in declaration order, and what its metadata says about placing them.</summary>
/// <param name="Members">Own instance fields.</param>
/// <param name="BaseEnd">Bytes that the base class's fields take, not rounded; 0 for structs.</param>
/// <param name="HasBase">A base class other than Object and ValueType is there.</param>
/// <param name="Pack">0 where none is declared.</param>
/// <param name="DeclaredSize">0 where none is declared.</param>
/// <param name="ContainsReferences">Own fields, structs inside and base classes.</param>
/// <param name="RequiresAlign8">arm only; own fields and base classes.</param>
internal sealed record InstanceShape(
    bool IsValueType,
    MemberShape[] Members,
    long BaseEnd,
    bool HasBase,
    int Pack,
    int DeclaredSize,
    bool ContainsReferences,
    bool RequiresAlign8);
