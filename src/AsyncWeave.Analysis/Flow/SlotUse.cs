namespace AsyncWeave.Analysis.Flow;

/// <summary>One use of a slot; a use by address that may both read and write counts as a read, so that it never ends a life.</summary>
internal readonly record struct SlotUse(int Slot, int Instruction, bool IsWrite)
{
    /// <summary>Instruction and kind in one number.</summary>
    public int Packed => (Instruction << 1) | (IsWrite ? 1 : 0);

    public static SlotUse Unpack(int slot, int packed) => new(slot, packed >> 1, (packed & 1) != 0);
}
