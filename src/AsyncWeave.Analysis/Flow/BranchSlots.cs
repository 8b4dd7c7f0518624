namespace AsyncWeave.Analysis.Flow;

/// <summary>The compiler's branch variables, and the blocks at whose start their value is still asked for.</summary>
/// <param name="Slots">Ascending.</param>
/// <param name="Blocks">Number of blocks and ranges.</param>
/// <param name="NeededAt">1 where it is, by position in <paramref name="Slots"/> and block or range.</param>
/// <param name="Values">Ascending: what the code stores into them; optimised code lets a loop's counter share their slot, whose other values would have no end.</param>
internal sealed record BranchSlots(int[] Slots, int Blocks, int[] NeededAt, int[] Values)
{
    public static BranchSlots None { get; } = new([], 0, [], []);

    public bool IsNeeded(int slot, int block) => Array.BinarySearch(Slots, slot) is >= 0 and var position && NeededAt[(position * Blocks) + block] > 0;

    /// <summary>Whether a value is one that the branches are taken by.</summary>
    public bool Decides(long value) => value is 0 or ConstantMachine.NotNull || (value == (int)value && Array.BinarySearch(Values, (int)value) >= 0);
}
