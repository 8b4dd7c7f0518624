using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using MethodDefinition = Mono.Cecil.MethodDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>A kickoff method and what the compiler made of it: as rows, and as Cecil's definitions for those who ask.</summary>
/// <param name="body">The method whose IL suspends: <c>MoveNext</c>, or the kickoff itself for runtime-async.</param>
internal sealed class AsyncMethod(OpenedModule module, StateMachinePair pair, MethodDefinitionHandle body, MethodForm form, MethodNames names, bool isGenerated)
{
    private MethodDefinition? kickoffDefinition;
    private TypeDefinition? stateMachineDefinition;
    private MethodDefinition? bodyDefinition;

    public MethodKind Kind => pair.Kind;

    public MethodForm Form => form;

    public MethodNames Names => names;

    public bool IsGenerated => isGenerated;

    /// <summary>For a thread that has the module opened for itself.</summary>
    public AsyncMethod In(OpenedModule other) => ReferenceEquals(other, module) ? this : new(other, pair, body, form, names, isGenerated);

    public AsyncMethod With(MethodNames other) => new(module, pair, body, form, other, isGenerated);

    public MethodDefinitionHandle KickoffHandle => pair.Kickoff;

    /// <summary>Nil for runtime-async.</summary>
    public TypeDefinitionHandle StateMachineHandle => pair.StateMachine;

    public MethodDefinitionHandle BodyHandle => body;

    /// <summary>Raw token of the method as declared.</summary>
    public int KickoffToken => MetadataTokens.GetToken(pair.Kickoff);

    /// <summary>Raw token of the method whose IL suspends.</summary>
    public int BodyToken => MetadataTokens.GetToken(body);

    /// <summary>The method as declared.</summary>
    public MethodDefinition Kickoff => kickoffDefinition ??= (MethodDefinition)module.Cecil.LookupToken(KickoffToken);

    /// <summary>Null for runtime-async.</summary>
    public TypeDefinition? StateMachine => pair.StateMachine.IsNil ? null
        : stateMachineDefinition ??= (TypeDefinition)module.Cecil.LookupToken(MetadataTokens.GetToken(pair.StateMachine));

    /// <summary>The method whose IL suspends.</summary>
    public MethodDefinition Body => bodyDefinition ??= (MethodDefinition)module.Cecil.LookupToken(BodyToken);
}

/// <param name="Id">Documentation id; for lambdas and local functions that of the containing method followed by a stable suffix.</param>
/// <param name="PatternName">What patterns match.</param>
/// <param name="DisplayName">C# form, for people.</param>
/// <param name="ContainingMethod">Id of the method that a lambda or local function stands in.</param>
internal sealed record MethodNames(string Id, string PatternName, string DisplayName, string? ContainingMethod);
