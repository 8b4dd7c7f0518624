using System.Runtime.CompilerServices;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>The fields of structs inside state machines: every one that holds a <c>TaskAwaiter</c> shows the same ones.</summary>
internal sealed class PlacedFields
{
    private readonly Dictionary<TypeLayout, StateMachineField[]> known = new(new SameObject());

    public IReadOnlyList<StateMachineField> Inside(FieldLayout field)
    {
        if (field.Nested is not { } layout)
            return [];
        if (!known.TryGetValue(layout, out var fields))
            known[layout] = fields = [.. layout.Fields.Select(inner => Of(inner, Inside(inner)))];
        return fields;
    }

    public static StateMachineField Of(FieldLayout field, IReadOnlyList<StateMachineField> nested) => new(
        field.Name,
        TokenText.Of(field.Token),
        FieldRole.Other,
        SourceName: null,
        field.Type,
        field.Offset,
        field.Size,
        field.Padding,
        LiveAcross: [],
        FirstWriteLine: null,
        LastReadLine: null,
        SavesBytes: 0,
        nested);

    // Layouts are compared field by field otherwise, and theirs in turn.
    private sealed class SameObject : IEqualityComparer<TypeLayout>
    {
        public bool Equals(TypeLayout? left, TypeLayout? right) => ReferenceEquals(left, right);

        public int GetHashCode(TypeLayout layout) => RuntimeHelpers.GetHashCode(layout);
    }
}
