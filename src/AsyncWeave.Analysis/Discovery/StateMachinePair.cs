using System.Reflection.Metadata;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>A kickoff method and its state machine as rows.</summary>
/// <param name="StateMachine">Nil for runtime-async.</param>
internal sealed record StateMachinePair(MethodDefinitionHandle Kickoff, TypeDefinitionHandle StateMachine, MethodKind Kind);
