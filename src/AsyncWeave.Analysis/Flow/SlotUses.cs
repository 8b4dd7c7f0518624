namespace AsyncWeave.Analysis.Flow;

/// <summary>All uses of a body's slots: by slot, and in layout order within a slot.</summary>
internal sealed class SlotUses
{
    private readonly int[] uses;
    private readonly int[] starts;

    public SlotUses(int slots, CollectedUses inLayoutOrder, TraceBuffers buffers)
    {
        starts = buffers.Zeros(slots + 1);
        uses = buffers.Any(inLayoutOrder.Count);
        for (var i = 0; i < inLayoutOrder.Count; i++)
            starts[inLayoutOrder.Slot(i)]++;
        for (var slot = 0; slot < slots; slot++)
            starts[slot + 1] += starts[slot];
        // From the back, each slot's end moving down to its start: the order within a slot stays.
        for (var i = inLayoutOrder.Count - 1; i >= 0; i--)
            uses[--starts[inLayoutOrder.Slot(i)]] = inLayoutOrder.Packed(i);
    }

    /// <summary>None for no slot.</summary>
    public UseRange Of(int slot) => slot < 0 ? default : new UseRange(slot, uses, starts[slot], starts[slot + 1]);
}
