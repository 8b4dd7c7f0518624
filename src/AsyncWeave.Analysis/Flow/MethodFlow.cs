using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>What the graph of a suspending body tells.</summary>
/// <param name="Suspensions">In source order; their index is the await's index.</param>
/// <param name="Fields">For every instance field of the state machine, by metadata token.</param>
/// <param name="Locals">For runtime-async bodies: arguments and locals live across some await.</param>
internal sealed record MethodFlow(
    IReadOnlyList<Suspension> Suspensions,
    IReadOnlyDictionary<MetadataToken, FieldLife> Fields,
    IReadOnlyList<LocalLife> Locals)
{
    /// <summary>What the graph was drawn from, for rules that read instructions.</summary>
    public FlowEvidence? Evidence { get; init; }
}

/// <summary>One suspension point.</summary>
/// <param name="Site">The instruction that hands the continuation over: <c>Await(Unsafe)OnCompleted</c>, a <c>yield</c>'s store, an <c>AsyncHelpers</c> call.</param>
/// <param name="GetAwaiter">The call that made the awaiter; null where it was not found.</param>
/// <param name="OperationCall">The call whose result is awaited, looked through ConfigureAwait, AsTask, WaitAsync and locals; null where it is no call.</param>
internal sealed record Suspension(
    Await Await,
    Instruction Site,
    Instruction? GetAwaiter,
    Instruction? OperationCall);

/// <param name="LiveAcross">Indices of the suspensions across which the value is needed.</param>
internal sealed record FieldLife(FieldDefinition Field, IReadOnlyList<int> LiveAcross, int? FirstWriteLine, int? LastReadLine, bool IsRead, bool IsWritten);

/// <param name="Type">The slot's type as the body declares it.</param>
internal sealed record LocalLife(string? Name, TypeReference Type, IReadOnlyList<int> LiveAcross);
