using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>How messages speak of a field of the state machine.</summary>
internal static class HeldField
{
    public static string Name(StateMachineField field) => field.Role switch
    {
        FieldRole.This => "this",
        _ => field.SourceName ?? "a temporary",
    };

    public static string Awaits(StateMachineField field) => field.LiveAcross.Count == 1 ? "an await" : $"{field.LiveAcross.Count} awaits";

    /// <summary>The field's slot in the traced body; -1 where it has none.</summary>
    public static int SlotOf(BodyFacts body, StateMachineField field) => body.Traced.Slots.OfField(field.Name);

    /// <summary>Where the field is first written, in the method's own file; null for the method as a whole.</summary>
    public static Place? Place(DescribedMethod facts, StateMachineField field) =>
        field.FirstWriteLine is { } line && facts.Report.Source is { } source ? new Place(source.File, line, 1, line) : null;
}
