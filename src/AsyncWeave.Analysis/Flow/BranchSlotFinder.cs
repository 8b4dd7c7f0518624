namespace AsyncWeave.Analysis.Flow;

/// <summary>The branch variables of moved handlers, with the locals that their tests go through.</summary>
internal static class BranchSlotFinder
{
    private const int Most = 400;

    /// <param name="stateSlots">Behind a pending exception that no branch follows, the next test may be a finally's own on the state.</param>
    public static BranchSlots Find(TracedBody body, IReadOnlyList<MovedHandler> moved, IReadOnlyList<int> stateSlots, FlowGraph plain, BasicBlocks blocks, ProtectedRanges ranges)
    {
        var slots = new SortedSet<int>(moved.SelectMany(handler => handler.BranchSlots));
        foreach (var slot in slots.ToList())
            slots.UnionWith(Copies(body, slot));
        slots.ExceptWith(stateSlots);
        if (slots.Count > Most)
            return BranchSlots.None;

        var liveness = new Liveness(plain, blocks);
        var needed = new List<bool[]>(slots.Count);
        foreach (var slot in slots)
        {
            var at = new bool[blocks.Count + ranges.Ranges.Count];
            foreach (var node in liveness.LiveAtStart(body.UsesOf(slot)))
                at[plain.Block(node)] = true;
            needed.Add(at);
        }

        return new BranchSlots([.. slots], [.. needed], Values(body, slots));
    }

    private static HashSet<long> Values(TracedBody body, IEnumerable<int> slots)
    {
        var values = new HashSet<long> { 0, ConstantMachine.NotNull };
        foreach (var use in slots.SelectMany(slot => body.UsesOf(slot)).Where(use => use.IsWrite))
        {
            if (body.StoredConstant(use.Instruction) is { } constant)
                values.Add(constant);
        }

        return values;
    }

    // ldarg.0; ldfld branch; stloc b
    private static IEnumerable<int> Copies(TracedBody body, int slot)
    {
        foreach (var use in body.UsesOf(slot))
        {
            var next = use.Instruction + 1;
            if (!use.IsWrite && next < body.Code.Count && body.Slots.IsLocal(body.SlotOf[next]) && body.Code.IsLocalStore(next))
                yield return body.SlotOf[next];
        }
    }
}
