using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A field for a value that no await has to keep. Release code hoists every parameter that the body mentions.</summary>
internal sealed class AW2013DeadHoist : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.DeadHoist;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        // A class is what an unoptimized build makes: there every local is a field, and nothing in source changes that.
        if (facts.Report.StateMachine is not { IsValueType: true } machine || facts.Report.AwaitCount == 0)
            yield break;

        foreach (var field in machine.Fields)
        {
            if (field.LiveAcross.Count > 0 || field.SavesBytes == 0 || field.Role is not (FieldRole.Parameter or FieldRole.Local or FieldRole.This))
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {HeldField.Name(field)} takes {field.SavesBytes} B of the state machine's {machine.Size} B, and no value of it is needed after any await; {Advice(field)}",
                null, field.SavesBytes);
        }
    }

    private static string Advice(StateMachineField field) => field.Role == FieldRole.Local
        ? "end its scope before the await"
        : "use it in a method that is not async, and pass on what the awaits need";
}
