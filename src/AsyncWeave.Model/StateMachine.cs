namespace AsyncWeave.Model;

/// <summary>The compiler-generated type behind a method, laid out for one runtime and architecture.</summary>
/// <param name="Type">Full metadata name, nested types with <c>/</c>.</param>
/// <param name="Size">Bytes: of a struct what <c>Unsafe.SizeOf</c> gives; of a class one object on the heap, header and method table pointer included.</param>
/// <param name="Alignment">Bytes, as a field of another type.</param>
/// <param name="Padding">Bytes that belong to no field, at any depth; of a class without header and method table pointer.</param>
/// <param name="Exact">False when a part could not be resolved: <paramref name="Size"/> is then a lower bound.</param>
/// <param name="InexactBecause">Type and assembly that could not be resolved.</param>
/// <param name="Assumes">What open type parameters were taken for; null when nothing was open.</param>
/// <param name="Fields">In order of their offsets.</param>
public sealed record StateMachine(
    string Token,
    string Type,
    bool IsValueType,
    int Size,
    int Alignment,
    int Padding,
    bool ContainsReferences,
    bool Exact,
    string? InexactBecause,
    string? Assumes,
    IReadOnlyList<StateMachineField> Fields);
