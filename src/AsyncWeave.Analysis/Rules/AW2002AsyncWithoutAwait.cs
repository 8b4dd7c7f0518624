using System.Reflection;
using AsyncWeave.Analysis.Describe;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An async method in which nothing is awaited: it runs synchronously and pays for a state machine.</summary>
internal sealed class AW2002AsyncWithoutAwait : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.AsyncWithoutAwait;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        if (facts.Method.Kind is MethodKind.Iterator || facts.Report.AwaitCount > 0 || HasAwaiterField(facts))
            return [];

        var isVirtual = (facts.Module.Metadata.GetMethodDefinition(facts.Method.KickoffHandle).Attributes & MethodAttributes.Virtual) != 0;
        var required = isVirtual ? "; its signature is given by a base type or interface, so return a completed task" : "; drop async and return a completed task";
        return [new Finding($"{facts.Method.Names.DisplayName}: async, and nothing is awaited: it runs to its end before it returns{Cost(facts)}{required}")];
    }

    // An await that can never be reached leaves no suspension and can leave its awaiter's field.
    private static bool HasAwaiterField(DescribedMethod facts) =>
        facts.Report.StateMachine is not null && new MachineFields(facts.Module, facts.Method.StateMachineHandle).Any(FieldRole.Awaiter);

    private static string Cost(DescribedMethod facts) => facts.Report.StateMachine is { } machine
        ? $", with a state machine of {machine.Size} B to set up and {facts.Report.Allocations?.Synchronous.Bytes ?? 0} B of heap for each call"
        : "";
}
