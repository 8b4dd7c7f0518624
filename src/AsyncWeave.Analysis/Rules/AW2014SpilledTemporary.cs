using AsyncWeave.Analysis.Flow;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary><c>F(G(), await H())</c>: what was computed before the await waits in a field for the rest of the expression.</summary>
internal sealed class AW2014SpilledTemporary : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.SpilledTemporary;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        foreach (var field in facts.Report.StateMachine?.Fields ?? [])
        {
            if (field.Role != FieldRole.Spill || field.LiveAcross.Count == 0 || Statement(facts, field) is not { } place)
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: a temporary ({ShortName.OfType(field.Type)}, {field.Size} B) is spilled because its expression has an await in its middle: it takes {field.SavesBytes} B of the state machine; await into a local first, then write the expression",
                place, field.SavesBytes);
        }
    }

    // A foreach's enumerator and a finally's pending exception are spills too, but they are written and read by different statements.
    private static Place? Statement(DescribedMethod facts, StateMachineField field)
    {
        var body = facts.Body;
        var slot = IndexOf(body.Traced.Slots, field.Name);
        Place? only = null;
        foreach (var use in slot < 0 ? [] : body.Traced.UsesOf(slot))
        {
            if (body.Traced.Places.Covering(use.Instruction) is not { IsHidden: false } || body.PlaceOf(use.Instruction) is not { } place)
                return null;
            if (only is { } seen && seen != place)
                return null;
            only = place;
        }

        return only;
    }

    private static int IndexOf(SlotTable slots, string name)
    {
        for (var slot = 0; slot < slots.Fields.Count; slot++)
        {
            if (slots.Fields[slot].Name == name)
                return slot;
        }

        return -1;
    }
}
