using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>One row of a memory drawing: a field, padding, or what stands before the fields of an object.</summary>
/// <param name="Range">Bytes as <c>first-last</c>; empty for what has no offset.</param>
internal sealed record MemoryCell(string Range, string Type, string Name, int Size, string Role, TextStyle Style, IReadOnlyList<MemoryCell> Nested)
{
    /// <summary>What the instance consists of, in the order of memory.</summary>
    public static IReadOnlyList<MemoryCell> Of(StateMachine machine, int pointerSize)
    {
        var fields = OfFields(machine.Fields, withRoles: true);
        if (machine.IsValueType)
            return fields;
        return [Header("object header", pointerSize), Header("method table pointer", pointerSize), .. fields];
    }

    private static MemoryCell Header(string name, int size) => new("", "", name, size, "", TextStyle.Faint, []);

    private static List<MemoryCell> OfFields(IReadOnlyList<StateMachineField> fields, bool withRoles)
    {
        var cells = new List<MemoryCell>();
        if (fields.Count > 0 && fields[0].Offset > 0)
            cells.Add(PaddingAt(0, fields[0].Offset));
        foreach (var field in fields)
        {
            cells.Add(OfField(field, withRoles));
            if (field.Padding > 0)
                cells.Add(PaddingAt(field.Offset + field.Size, field.Padding));
        }

        return cells;
    }

    private static MemoryCell OfField(StateMachineField field, bool withRoles) => new(
        RangeOf(field.Offset, field.Size),
        TypeNames.Short(field.Type),
        Printable.Of(field.Name),
        field.Size,
        withRoles ? FieldRoles.Name(field.Role) : "",
        withRoles ? FieldRoles.Style(field.Role) : TextStyle.Plain,
        OfFields(field.Fields, withRoles: false));

    private static MemoryCell PaddingAt(int offset, int size) => new(RangeOf(offset, size), "", "padding", size, "", TextStyle.Padding, []);

    private static string RangeOf(int offset, int size) =>
        size <= 1 ? Figures.Number(offset) : $"{Figures.Number(offset)}-{Figures.Number(offset + size - 1)}";
}
