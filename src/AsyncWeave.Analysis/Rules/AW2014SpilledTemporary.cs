using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary><c>F(G(), await H())</c>: what was computed before the await waits in a field for the rest of the expression.</summary>
internal sealed class AW2014SpilledTemporary : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.SpilledTemporary;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        // Unoptimized code keeps the result of every await in a field.
        if (facts.Report.StateMachine is not { IsValueType: true } machine)
            yield break;
        foreach (var field in machine.Fields)
        {
            if (field.Role != FieldRole.Spill || field.LiveAcross.Count == 0 || Statement(facts, field) is not { } place)
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: a temporary ({ShortName.OfType(field.Type)}, {field.Size} B) is spilled because its expression has an await in its middle: it takes {field.SavesBytes} B of the state machine; await into a local first, then write the expression",
                place, field.SavesBytes);
        }
    }

    // A foreach's enumerator and a finally's pending exception are spills too, but they are written and read by different statements,
    // or written where no statement of the author's stands.
    private static Place? Statement(DescribedMethod facts, StateMachineField field)
    {
        var body = facts.Body;
        var slot = HeldField.SlotOf(body, field);
        Place? only = null;
        foreach (var use in body.Traced.UsesOf(slot))
        {
            if (use.IsWrite && IsValue(body, use.Instruction) && body.Traced.Places.Covering(use.Instruction) is not { IsHidden: false })
                return null;
            if (body.PlaceOf(use.Instruction) is not { } place || (only is { } seen && seen != place))
                return null;
            only = place;
        }

        return only;
    }

    // What clears the field behind its last use is no value; an await's result comes in behind a hidden point.
    private static bool IsValue(BodyFacts body, int store) =>
        body.Trace.Operand(store, 0) is >= 0 and var made && body.Code.Op(made) != Mono.Cecil.Cil.Code.Ldnull && body.NameOfCalled(made) != "GetResult";
}
