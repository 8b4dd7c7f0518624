using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Rules;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Joins what the rooms have found of one method into the model's record.</summary>
internal static class MethodDescription
{
    /// <param name="savedBytes">What the state machine would shrink by without a field, by raw field token.</param>
    public static MethodReport Of(MethodFacts facts, OpenedModule module, IReadOnlyDictionary<uint, int> savedBytes)
    {
        var method = facts.Method;
        return new MethodReport(
            method.Names.Id,
            method.Names.PatternName,
            method.Names.DisplayName,
            method.Kind,
            method.Form,
            method.Names.ContainingMethod,
            TokenText.Of(method.KickoffHandle),
            module.Names.ReturnTypeOf(method.KickoffHandle),
            BuilderOf(method.StateMachine),
            DeclarationSpan.Of(method, module),
            facts.Layout is null ? null : StateMachineDescription.Of(method.StateMachine!, facts.Layout, facts.Flow, savedBytes),
            Continuation: null,
            facts.Flow.Suspensions.Select(s => s.Await).ToList(),
            facts.Allocations,
            Budget.None,
            Diagnostics: [])
        {
            IsGenerated = method.IsGenerated,
        };
    }

    private static string? BuilderOf(TypeDefinition? stateMachine)
    {
        if (stateMachine is null)
            return null;
        foreach (var field in stateMachine.Fields)
        {
            if (!field.IsStatic && NamedRole.Of(field).Role == FieldRole.Builder)
                return field.FieldType.GetElementType().FullName;
        }

        return null;
    }
}
