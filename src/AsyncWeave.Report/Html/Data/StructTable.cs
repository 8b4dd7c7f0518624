using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Data;

/// <summary>
/// The inside of each struct once: thousands of state machines hold the same builders and awaiters, and their fields are
/// most of what a report says.
/// </summary>
internal sealed class StructTable(StringTable strings)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<int[]>> structs = [];

    // By the list itself, which Analysis makes once for each type: to ask by content takes longer than to write it.
    private readonly Dictionary<object, int> met = new();

    /// <summary>Each as rows <c>[name, token, role, type, offset, size, padding, struct]</c>.</summary>
    public IReadOnlyList<IReadOnlyList<int[]>> Structs => structs;

    /// <summary>-1 stands for no fields.</summary>
    public int NumberOf(IReadOnlyList<StateMachineField> fields)
    {
        if (fields.Count == 0)
            return -1;
        if (!met.TryGetValue(fields, out var number))
            met.Add(fields, number = NumberByContent(fields));
        return number;
    }

    private int NumberByContent(IReadOnlyList<StateMachineField> fields)
    {
        int[][] rows = [.. fields.Select(RowOf)];
        var key = string.Join(";", rows.Select(row => string.Join(",", row)));
        if (numbers.TryGetValue(key, out var number))
            return number;
        numbers.Add(key, structs.Count);
        structs.Add(rows);
        return structs.Count - 1;
    }

    private int[] RowOf(StateMachineField field) =>
    [
        strings.NumberOf(field.Name), strings.NumberOf(field.Token), (int)field.Role, strings.NumberOf(field.Type),
        field.Offset, field.Size, field.Padding, NumberOf(field.Fields),
    ];
}
