namespace AsyncWeave.Analysis.Flow;

/// <summary>The uses of all slots in layout order, while they are collected.</summary>
internal sealed class CollectedUses(int expected, TraceBuffers buffers)
{
    private int[] slots = buffers.Any(expected);
    private int[] packed = buffers.Any(expected);

    public int Count { get; private set; }

    public int Slot(int use) => slots[use];

    public int Packed(int use) => packed[use];

    public SlotUse this[int use] => SlotUse.Unpack(slots[use], packed[use]);

    public void Add(int slot, int instruction, bool isWrite)
    {
        if (Count == slots.Length || Count == packed.Length)
        {
            Array.Resize(ref slots, 2 * Count + 8);
            Array.Resize(ref packed, 2 * Count + 8);
        }

        slots[Count] = slot;
        packed[Count++] = new SlotUse(slot, instruction, isWrite).Packed;
    }

    /// <summary>Turns round those that were added last.</summary>
    public void Reverse(int start)
    {
        Array.Reverse(slots, start, Count - start);
        Array.Reverse(packed, start, Count - start);
    }

    /// <summary>Lets a use speak of another slot, or of none.</summary>
    public void Move(int use, int slot) => slots[use] = slot;

    /// <summary>Drops the uses of no slot.</summary>
    public void Compact()
    {
        var kept = 0;
        for (var use = 0; use < Count; use++)
        {
            if (slots[use] >= 0)
                (slots[kept], packed[kept++]) = (slots[use], packed[use]);
        }

        Count = kept;
    }
}
