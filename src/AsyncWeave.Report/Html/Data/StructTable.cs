using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Data;

/// <summary>
/// The inside of each struct once: thousands of state machines hold the same builders and awaiters, and their fields are
/// most of what a report says.
/// </summary>
internal sealed class StructTable(StringTable strings)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> structs = [];

    /// <summary>As JSON arrays of rows <c>[name, token, role, type, offset, size, padding, struct]</c>.</summary>
    public IReadOnlyList<string> Structs => structs;

    /// <summary>-1 stands for no fields.</summary>
    public int NumberOf(IReadOnlyList<StateMachineField> fields)
    {
        if (fields.Count == 0)
            return -1;
        var json = "[" + string.Join(",", fields.Select(RowOf)) + "]";
        if (numbers.TryGetValue(json, out var number))
            return number;
        numbers.Add(json, structs.Count);
        structs.Add(json);
        return structs.Count - 1;
    }

    private string RowOf(StateMachineField field) =>
        FormattableString.Invariant($"[{strings.NumberOf(field.Name)},{strings.NumberOf(field.Token)},{(int)field.Role},{strings.NumberOf(field.Type)},")
        + FormattableString.Invariant($"{field.Offset},{field.Size},{field.Padding},{NumberOf(field.Fields)}]");
}
