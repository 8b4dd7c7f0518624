using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Layout;

/// <summary>A closed type, placed for one runtime and architecture.</summary>
/// <param name="Size">Bytes: of a struct its size, of a class the bytes of its fields without header and method table pointer, not rounded (what a derived class starts from).</param>
/// <param name="HeapSize">Bytes of one object on the heap, or of the boxed struct.</param>
/// <param name="Alignment">Bytes, as a field of another type.</param>
/// <param name="InexactBecause">Names the type and assembly that could not be resolved; null when exact.</param>
/// <param name="Assumes">What open type parameters were taken for; null when none were open.</param>
/// <param name="Fields">Instance fields in order of their offsets; of a class its base's come first.</param>
internal sealed record TypeLayout(
    bool IsValueType,
    int Size,
    int HeapSize,
    int Alignment,
    bool ContainsReferences,
    string? InexactBecause,
    string? Assumes,
    IReadOnlyList<FieldLayout> Fields)
{
    public bool Exact => InexactBecause is null;

    /// <summary>Bytes that belong to no field, at any depth; of a class without header and method table pointer.</summary>
    public int Padding { get; init; }

    /// <summary>Simple names of the assemblies without which it is inexact; none where something else is the matter.</summary>
    public IReadOnlyList<string> MissingAssemblies { get; init; } = [];

    /// <summary>
    /// Fields in the whole tree below, each occurrence counted. The tree shares its equal parts, so that a hostile type can be far bigger
    /// written out than it is in memory; whoever writes it out looks here first.
    /// </summary>
    public long FieldsAtAnyDepth { get; init; }

    /// <summary>32-bit arm: must stand at a multiple of 8.</summary>
    public bool RequiresAlign8 { get; init; }

    /// <summary>Nothing inside that marshalling would have to convert.</summary>
    public bool IsBlittable { get; init; }

    /// <summary>The algorithm that placed the fields.</summary>
    public PlacementKind Kind { get; init; }

    /// <summary>Where the fields come from.</summary>
    public ModuleSet Modules { get; init; } = ModuleSet.Empty;

    public bool DependsOnOtherModuleThan(ModuleRows module) => !Modules.IsOnly(module);
}

/// <summary>A field at its place, with the padding that follows it.</summary>
/// <param name="Token">Raw metadata token in the assembly that declares it.</param>
/// <param name="Type">Full metadata name of the closed type.</param>
/// <param name="Offset">Bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Padding">Bytes up to the next field or the end.</param>
/// <param name="Nested">The struct's own layout; null for references and primitives.</param>
internal sealed record FieldLayout(string Name, uint Token, string Type, int Offset, int Size, int Padding, TypeLayout? Nested);
