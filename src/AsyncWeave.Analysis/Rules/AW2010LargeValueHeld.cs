using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A big struct that is copied into the state machine because it is needed after an await.</summary>
internal sealed class AW2010LargeValueHeld : IMethodRule
{
    /// <summary>Bytes: a cache line. Below it a struct is dearer to move elsewhere than to keep.</summary>
    public const int Large = 64;

    public DiagnosticDescriptor Descriptor => DiagnosticTable.LargeValueHeld;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        foreach (var field in facts.Report.StateMachine?.Fields ?? [])
        {
            if (field.Size < Large || field.LiveAcross.Count == 0 || field.Role is not (FieldRole.Parameter or FieldRole.Local or FieldRole.Spill or FieldRole.This))
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {HeldField.Name(field)} ({ShortName.OfType(field.Type)}, {field.Size} B) is held across {HeldField.Awaits(field)}: it takes {field.SavesBytes} B of the state machine, and of the box once it suspends; keep the parts that are needed, or a reference to it",
                HeldField.Place(facts, field), field.SavesBytes);
        }

        foreach (var slot in facts.Report.Continuation?.Slots ?? [])
        {
            if (slot.Size >= Large)
                yield return new Finding($"{facts.Method.Names.DisplayName}: {slot.Name ?? "a temporary"} ({ShortName.OfType(slot.Type)}, {slot.Size} B) is held across an await: it is copied to and from the continuation at each suspension", null, slot.Size);
        }
    }
}
