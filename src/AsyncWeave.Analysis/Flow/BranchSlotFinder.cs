namespace AsyncWeave.Analysis.Flow;

/// <summary>The branch variables of moved handlers, with the locals that their tests go through.</summary>
internal static class BranchSlotFinder
{
    private const int Most = 400;

    /// <param name="stateSlots">Behind a pending exception that no branch follows, the next test may be a finally's own on the state.</param>
    public static BranchSlots Find(TracedBody body, List<MovedHandler> moved, List<int> stateSlots, FlowGraph plain, BasicBlocks blocks, ProtectedRanges ranges)
    {
        var slots = Slots(body, moved, stateSlots);
        if (slots.Length > Most)
            return BranchSlots.None;

        var liveness = new Liveness(plain, blocks, body.Buffers);
        var perSlot = blocks.Count + ranges.Ranges.Length;
        var needed = body.Buffers.Zeros(slots.Length * perSlot);
        for (var position = 0; position < slots.Length; position++)
        {
            foreach (var node in liveness.LiveAtStart(body.UsesOf(slots[position])))
                needed[(position * perSlot) + plain.Block(node)] = 1;
        }

        return new BranchSlots(slots, perSlot, needed, Values(body, slots));
    }

    private static int[] Slots(TracedBody body, List<MovedHandler> moved, List<int> stateSlots)
    {
        var isBranch = body.Buffers.Zeros(body.Slots.Count);
        foreach (var handler in moved)
        {
            foreach (var slot in handler.BranchSlots)
            {
                isBranch[slot] = 1;
                MarkCopies(body, slot, isBranch);
            }
        }

        foreach (var slot in stateSlots)
            isBranch[slot] = 0;
        var slots = new List<int>();
        for (var slot = 0; slot < body.Slots.Count; slot++)
        {
            if (isBranch[slot] > 0)
                slots.Add(slot);
        }

        return slots.ToArray();
    }

    // ldarg.0; ldfld branch; stloc b
    private static void MarkCopies(TracedBody body, int slot, int[] isBranch)
    {
        foreach (var use in body.UsesOf(slot))
        {
            var next = use.Instruction + 1;
            if (!use.IsWrite && next < body.Code.Count && body.Slots.IsLocal(body.SlotOf[next]) && body.Code.IsLocalStore(next))
                isBranch[body.SlotOf[next]] = 1;
        }
    }

    private static int[] Values(TracedBody body, int[] slots)
    {
        var values = new List<int>();
        foreach (var slot in slots)
        {
            foreach (var use in body.UsesOf(slot))
            {
                if (use.IsWrite && body.StoredConstant(use.Instruction) is { } constant)
                    values.Add(constant);
            }
        }

        values.Sort();
        return values.ToArray();
    }
}
