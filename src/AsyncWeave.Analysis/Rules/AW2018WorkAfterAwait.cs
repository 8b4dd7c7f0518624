using AsyncWeave.Analysis.Flow;
using AsyncWeave.Model;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A call after an await whose arguments were all known before it: done first, its inputs need not be kept.</summary>
internal sealed class AW2018WorkAfterAwait : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.WorkAfterAwait;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        var body = facts.Body;
        foreach (var field in facts.Report.StateMachine?.Fields ?? [])
        {
            if (field.LiveAcross.Count == 0 || field.SavesBytes == 0 || field.Role is not (FieldRole.Parameter or FieldRole.Local))
                continue;
            if (OnlyReader(body, field) is not { } call || !IsReadOnlyWork(body, call))
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {ShortName.OfType(body.Called(call)!.DeclaringType.FullName)}.{body.Called(call)!.Name} works on {HeldField.Name(field)}, which no await feeds, after {HeldField.Awaits(field)}; done before, {HeldField.Name(field)} need not be kept: {field.SavesBytes} B",
                body.PlaceOf(call), field.SavesBytes);
        }
    }

    private static int? OnlyReader(BodyFacts body, StateMachineField field)
    {
        var slot = body.Traced.Slots.Fields.ToList().FindIndex(definition => definition.Name == field.Name);
        var reads = slot < 0 ? [] : body.Traced.UsesOf(slot).Where(use => !use.IsWrite).ToList();
        if (reads.Count != 1)
            return null;
        var consumers = body.ConsumersOf(reads[0].Instruction).ToList();
        return consumers.Count == 1 && body.Called(consumers[0]) is not null ? consumers[0] : null;
    }

    // Static, gives a value, and every argument is a constant or one variable: nothing of an await's result goes in.
    private static bool IsReadOnlyWork(BodyFacts body, int call)
    {
        var method = body.Called(call)!;
        if (method.HasThis || method.ReturnType.MetadataType == MetadataType.Void || TaskTypes.IsTaskLike(method.ReturnType))
            return false;
        for (var argument = 0; argument < method.Parameters.Count; argument++)
        {
            var producer = body.Trace.Argument(call, argument);
            if (producer < 0 || (ConstantMachine.Constant(body.Code[producer]) is null && body.Code[producer].OpCode.Code != Code.Ldstr && !IsUnchanged(body, producer)))
                return false;
        }

        return true;
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
        for (var i = 0; i < store; i++)
        {
            if (body.Called(i) is { Name: "GetResult" })
                return true;
        }

        return false;
    }
}
