using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A call after an await whose arguments were all known before it: done first, its inputs need not be kept.</summary>
internal sealed class AW2018WorkAfterAwait : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.WorkAfterAwait;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        var body = facts.Body;
        List<Finding>? found = null;
        foreach (var field in facts.Report.StateMachine?.Fields ?? [])
        {
            if (field.LiveAcross.Count == 0 || field.SavesBytes == 0 || field.Role is not (FieldRole.Parameter or FieldRole.Local))
                continue;
            if (OnlyReader(body, field) is not { } call || !IsReadOnlyWork(body, call))
                continue;
            (found ??= []).Add(new Finding(
                $"{facts.Method.Names.DisplayName}: {ShortName.OfType(body.Called(call)!.DeclaringName)}.{body.Called(call)!.Name} works on {HeldField.Name(field)}, which no await feeds, after {HeldField.Awaits(field)}; done before, {HeldField.Name(field)} need not be kept: {field.SavesBytes} B",
                body.PlaceOf(call), field.SavesBytes));
        }

        return found ?? [];
    }

    private static int? OnlyReader(BodyFacts body, StateMachineField field)
    {
        var reader = -1;
        var slot = HeldField.SlotOf(body, field);
        foreach (var use in body.Traced.UsesOf(slot))
        {
            if (use.IsWrite)
                continue;
            if (reader >= 0)
                return null;
            reader = use.Instruction;
        }

        return reader >= 0 && body.ConsumerOf(reader) is >= 0 and var call && body.NameOfCalled(call).Length > 0 ? call : null;
    }

    // Static, gives a value, and every argument is a constant or one variable: nothing of an await's result goes in.
    private static bool IsReadOnlyWork(BodyFacts body, int call)
    {
        var callee = body.Code.CalleeOf(call);
        if (callee.HasThis || callee.ReturnsVoid)
            return false;
        for (var argument = 0; argument < callee.Parameters; argument++)
        {
            var producer = body.Trace.Argument(call, argument);
            if (producer < 0 || (body.Code.Constant(producer) is null && body.Code.Op(producer) != Code.Ldstr && !IsUnchanged(body, producer)))
                return false;
        }

        return body.Called(call) is { } method && !TaskTypes.IsTaskLike(method.ReturnType);
    }

    /// <summary>A parameter, or a local that is written once before the first await could have fed it.</summary>
    private static bool IsUnchanged(BodyFacts body, int producer)
    {
        if (body.Traced.SlotOf[producer] is not (>= 0 and var slot))
            return false;
        foreach (var use in body.Traced.UsesOf(slot))
        {
            if (use.IsWrite && FedByAwait(body, use.Instruction))
                return false;
        }

        return true;
    }

    private static bool FedByAwait(BodyFacts body, int store)
    {
        foreach (var end in body.Calls.Of(Interest.GetResult))
            return end < store;
        return false;
    }
}
