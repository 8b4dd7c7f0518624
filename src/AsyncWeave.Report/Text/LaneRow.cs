using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>One lane: a value that the method keeps, and the awaits across which it is needed.</summary>
/// <param name="SavesBytes">What the instance would shrink by without it; 0 where not known.</param>
internal sealed record LaneRow(string Name, string Role, int Bytes, IReadOnlyList<int> Live, int SavesBytes, TextStyle Style)
{
    /// <summary>The largest first; what the machinery itself needs is no lane.</summary>
    public static IReadOnlyList<LaneRow> Of(MethodReport method)
    {
        var rows = method.StateMachine is { } machine
            ? machine.Fields.Where(HasLane).Select(Of)
            : (method.Continuation?.Slots ?? []).Select(slot =>
                new LaneRow(Printable.Of(slot.Name ?? "(temporary)"), slot.Name is null ? "spill" : "local", slot.Size, slot.LiveAcross, 0, TextStyle.LocalField));
        return [.. rows.OrderByDescending(row => row.Bytes).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }

    private static LaneRow Of(StateMachineField field) => new(
        Printable.Of(field.SourceName ?? (field.Role == FieldRole.This ? "this" : field.Name)),
        FieldRoles.Name(field.Role), field.Size, field.LiveAcross, field.SavesBytes, FieldRoles.Style(field.Role));

    private static bool HasLane(StateMachineField field) => field.Role switch
    {
        FieldRole.State or FieldRole.Builder => false,
        FieldRole.Parameter or FieldRole.Local or FieldRole.This or FieldRole.Spill or FieldRole.Closure => true,
        _ => field.LiveAcross.Count > 0,
    };
}
