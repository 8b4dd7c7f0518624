namespace AsyncWeave.Model;

/// <summary>What the runtime's continuation object of a runtime-async method has to carry.</summary>
/// <param name="Bytes">Heap bytes, header and method table pointer included.</param>
/// <param name="Exact">Always false today: the JIT decides what it keeps.</param>
/// <param name="Assumes">The assumption behind the figure, in words.</param>
public sealed record Continuation(int Bytes, bool Exact, string Assumes)
{
    /// <summary>Locals and arguments that are live across at least one await.</summary>
    public IReadOnlyList<ContinuationSlot> Slots { get; init; } = [];
}

/// <param name="Name">The local's or argument's name in source; null for a compiler temporary.</param>
/// <param name="Size">Bytes.</param>
public sealed record ContinuationSlot(string? Name, string Type, int Size, IReadOnlyList<int> LiveAcross);
