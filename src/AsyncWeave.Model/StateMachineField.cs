namespace AsyncWeave.Model;

/// <summary>A field of a state machine, or of a struct inside it, at its place.</summary>
/// <param name="SourceName">The parameter's or local's name in source; null for what the compiler added.</param>
/// <param name="Type">Full metadata name with type arguments.</param>
/// <param name="Offset">Bytes from the start of the struct that the field stands in; in a class from behind the method table pointer.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Padding">Bytes between the end of this field and the next field, or the end of the struct or object that it stands in.</param>
/// <param name="LiveAcross">Indices of the awaits across which the field's value is needed.</param>
/// <param name="FirstWriteLine">Line of the first write in <c>MoveNext</c>; null where none or unknown.</param>
/// <param name="LastReadLine">Line of the last read in <c>MoveNext</c>; null where none or unknown.</param>
/// <param name="SavesBytes">What the whole instance would shrink by without this field, padding included.</param>
/// <param name="Fields">The fields of a struct, placed.</param>
public sealed record StateMachineField(
    string Name,
    string Token,
    FieldRole Role,
    string? SourceName,
    string Type,
    int Offset,
    int Size,
    int Padding,
    IReadOnlyList<int> LiveAcross,
    int? FirstWriteLine,
    int? LastReadLine,
    int SavesBytes,
    IReadOnlyList<StateMachineField> Fields);
