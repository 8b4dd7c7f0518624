using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>A kickoff method and what the compiler made of it.</summary>
/// <param name="Kickoff">The method as declared.</param>
/// <param name="StateMachine">Null for runtime-async.</param>
/// <param name="Body">The method whose IL suspends: <c>MoveNext</c>, or the kickoff itself for runtime-async.</param>
internal sealed record AsyncMethod(
    MethodDefinition Kickoff,
    TypeDefinition? StateMachine,
    MethodDefinition Body,
    MethodKind Kind,
    MethodForm Form,
    MethodNames Names,
    bool IsGenerated);

/// <param name="Id">Documentation id; for lambdas and local functions that of the containing method followed by a stable suffix.</param>
/// <param name="PatternName">What patterns match.</param>
/// <param name="DisplayName">C# form, for people.</param>
/// <param name="ContainingMethod">Id of the method that a lambda or local function stands in.</param>
internal sealed record MethodNames(string Id, string PatternName, string DisplayName, string? ContainingMethod);
