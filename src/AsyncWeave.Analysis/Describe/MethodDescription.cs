using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Joins what the rooms have found of one method into the model's record.</summary>
internal static class MethodDescription
{
    public static MethodReport Of(
        AsyncMethod method, OpenedModule module, SourceDeclarations declarations, TypeLayout? layout, MethodFlow flow, int pointerSize) => new(
        method.Names.Id,
        method.Names.PatternName,
        method.Names.DisplayName,
        method.Kind,
        method.Form,
        method.Names.ContainingMethod,
        TokenText.Of(method.Kickoff.MetadataToken.ToUInt32()),
        method.Kickoff.ReturnType.FullName,
        BuilderOf(method.StateMachine),
        DeclarationSpan.Of(method, module.Symbols),
        layout is null ? null : StateMachineDescription.Of(method.StateMachine!, layout, flow, pointerSize, _ => 0),
        Continuation: null,
        flow.Suspensions.Select(s => s.Await).ToList(),
        Allocations: null,
        Budget.None,
        Diagnostics: [])
    {
        IsGenerated = method.IsGenerated,
        Declarations = declarations,
    };

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
