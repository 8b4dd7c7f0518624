using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>A kickoff method and what the compiler made of it.</summary>
/// <param name="body">The method whose IL suspends: <c>MoveNext</c>, or the kickoff itself for runtime-async.</param>
internal sealed class AsyncMethod(StateMachinePair pair, MethodDefinitionHandle body, MethodForm form, MethodNames names, bool isGenerated)
{
    public MethodKind Kind => pair.Kind;

    public MethodForm Form => form;

    public MethodNames Names => names;

    public bool IsGenerated => isGenerated;

    public AsyncMethod With(MethodNames other) => new(pair, body, form, other, isGenerated);

    public MethodDefinitionHandle KickoffHandle => pair.Kickoff;

    /// <summary>Nil for runtime-async.</summary>
    public TypeDefinitionHandle StateMachineHandle => pair.StateMachine;

    public MethodDefinitionHandle BodyHandle => body;

    /// <summary>Raw token of the method as declared.</summary>
    public int KickoffToken => MetadataTokens.GetToken(pair.Kickoff);

    /// <summary>Raw token of the method whose IL suspends.</summary>
    public int BodyToken => MetadataTokens.GetToken(body);
}

/// <param name="Id">Documentation id; for lambdas and local functions that of the containing method followed by a stable suffix.</param>
/// <param name="PatternName">What patterns match.</param>
/// <param name="DisplayName">C# form, for people.</param>
/// <param name="ContainingMethod">Id of the method that a lambda or local function stands in.</param>
internal sealed record MethodNames(string Id, string PatternName, string DisplayName, string? ContainingMethod);
