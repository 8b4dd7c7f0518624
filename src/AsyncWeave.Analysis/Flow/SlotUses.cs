namespace AsyncWeave.Analysis.Flow;

/// <summary>All uses of a body's slots: by slot, and in layout order within a slot.</summary>
internal sealed class SlotUses
{
    private readonly SlotUse[] uses;
    private readonly int[] starts;

    /// <param name="inLayoutOrder">Of all slots.</param>
    public SlotUses(int slots, List<SlotUse> inLayoutOrder)
    {
        starts = new int[slots + 1];
        uses = new SlotUse[inLayoutOrder.Count];
        foreach (var use in inLayoutOrder)
            starts[use.Slot]++;
        for (var slot = 0; slot < slots; slot++)
            starts[slot + 1] += starts[slot];
        // From the back, each slot's end moving down to its start: the order within a slot stays.
        for (var i = uses.Length - 1; i >= 0; i--)
            uses[--starts[inLayoutOrder[i].Slot]] = inLayoutOrder[i];
    }

    /// <summary>None for no slot.</summary>
    public UseRange Of(int slot) => slot < 0 ? new UseRange(uses, 0, 0) : new UseRange(uses, starts[slot], starts[slot + 1]);
}
