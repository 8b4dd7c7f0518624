using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Rules;

/// <summary>What is remembered of an async lambda until its users are asked.</summary>
/// <param name="Forwards">It is one <c>await F(...)</c> and nothing else.</param>
/// <param name="SuspensionBytes">Heap bytes at its first suspension.</param>
internal sealed record AsyncLambda(MethodDefinitionHandle Kickoff, bool Forwards, string Operation, int SuspensionBytes);
