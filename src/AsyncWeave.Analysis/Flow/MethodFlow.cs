using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Flow;

/// <summary>What the graph of a suspending body tells.</summary>
/// <param name="Suspensions">In source order; their index is the await's index.</param>
/// <param name="Fields">For every instance field of the state machine, in the order of their rows.</param>
/// <param name="Locals">For runtime-async bodies: arguments and locals live across some await.</param>
internal sealed record MethodFlow(
    IReadOnlyList<Suspension> Suspensions,
    IReadOnlyList<FieldLife> Fields,
    IReadOnlyList<LocalLife> Locals)
{
    /// <summary>What the graph was drawn from, for rules that read instructions.</summary>
    public FlowEvidence? Evidence { get; init; }

    /// <param name="token">Raw token of the field's definition.</param>
    public FieldLife? LifeOf(int token)
    {
        // A type's rows stand together, so that the place is known unless static fields stand among them.
        var place = Fields.Count == 0 ? -1 : Math.Min(token - Fields[0].Token, Fields.Count - 1);
        while (place >= 0 && Fields[place].Token > token)
            place--;
        return place >= 0 && Fields[place].Token == token ? Fields[place] : null;
    }
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

/// <param name="Token">Raw token of the field's definition.</param>
/// <param name="LiveAcross">Indices of the suspensions across which the value is needed.</param>
internal sealed record FieldLife(int Token, IReadOnlyList<int> LiveAcross, int? FirstWriteLine, int? LastReadLine, bool IsRead, bool IsWritten);

/// <param name="Type">The slot's type as the body declares it.</param>
internal sealed record LocalLife(string? Name, SignatureType Type, IReadOnlyList<int> LiveAcross);
