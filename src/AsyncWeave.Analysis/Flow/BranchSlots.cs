namespace AsyncWeave.Analysis.Flow;

/// <summary>The compiler's branch variables, and the blocks at whose start their value is still asked for.</summary>
/// <param name="Slots">In ascending order.</param>
/// <param name="NeededAt">By position in <paramref name="Slots"/>, then by block or range.</param>
internal sealed record BranchSlots(IReadOnlyList<int> Slots, IReadOnlyList<bool[]> NeededAt)
{
    public static BranchSlots None { get; } = new([], []);
}
