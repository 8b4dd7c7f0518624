using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Analysis.Rules;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Joins what the rooms have found of one method into the model's record.</summary>
internal sealed class MethodDescription(OpenedModule module)
{
    private readonly StateMachineDescription stateMachines = new(module);

    /// <param name="savedBytes">What the state machine would shrink by without a field, by field.</param>
    public MethodReport Of(MethodFacts facts, FieldSavings savedBytes)
    {
        var method = facts.Method;
        var declared = method.StateMachineHandle.IsNil ? null : new MachineFields(module, method.StateMachineHandle);
        return new MethodReport(
            method.Names.Id,
            method.Names.PatternName,
            method.Names.DisplayName,
            method.Kind,
            method.Form,
            method.Names.ContainingMethod,
            TokenText.Of(method.KickoffHandle),
            module.Names.ReturnTypeOf(method.KickoffHandle),
            declared?.Builder is { } builder ? ElementName.Of(builder.Type, new GenericNames(module.Metadata, method.StateMachineHandle, default)) : null,
            DeclarationSpan.Of(method, module),
            facts.Layout is null || declared is null ? null : stateMachines.Of(method, declared, facts.Layout, facts.Flow, savedBytes),
            Continuation: null,
            Awaits(facts.Flow),
            facts.Allocations,
            Budget.None,
            Diagnostics: [])
        {
            IsGenerated = method.IsGenerated,
        };
    }

    private static Await[] Awaits(MethodFlow flow)
    {
        var awaits = flow.Suspensions.Count == 0 ? [] : new Await[flow.Suspensions.Count];
        for (var i = 0; i < awaits.Length; i++)
            awaits[i] = flow.Suspensions[i].Await;
        return awaits;
    }
}
