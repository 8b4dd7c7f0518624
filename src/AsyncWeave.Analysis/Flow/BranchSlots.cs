namespace AsyncWeave.Analysis.Flow;

/// <summary>The compiler's branch variables, and the blocks at whose start their value is still asked for.</summary>
/// <param name="Slots">Ascending.</param>
/// <param name="NeededAt">By position in <paramref name="Slots"/>, then by block or range.</param>
/// <param name="Values">What the code stores into them; optimised code lets a loop's counter share their slot, whose other values would have no end.</param>
internal sealed record BranchSlots(int[] Slots, bool[][] NeededAt, ISet<long> Values)
{
    public static BranchSlots None { get; } = new([], [], new HashSet<long>());

    public bool IsNeeded(int slot, int block) => Array.BinarySearch(Slots, slot) is >= 0 and var position && NeededAt[position][block];
}
