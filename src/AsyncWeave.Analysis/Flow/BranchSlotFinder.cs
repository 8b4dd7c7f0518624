using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The branch variables of moved handlers, with the locals that their tests go through.</summary>
internal static class BranchSlotFinder
{
    private const int Most = 400;

    /// <param name="stateSlots">Behind a pending exception that no branch follows, the next test may be a finally's own on the state.</param>
    public static BranchSlots Find(TracedBody body, IReadOnlyList<MovedHandler> moved, IReadOnlyCollection<int> stateSlots, FlowGraph plain, BasicBlocks blocks, ProtectedRanges ranges)
    {
        var slots = new SortedSet<int>(moved.SelectMany(handler => handler.BranchSlots));
        foreach (var slot in slots.ToList())
            slots.UnionWith(Copies(body, slot));
        slots.ExceptWith(stateSlots);
        if (slots.Count > Most)
            return BranchSlots.None;

        var liveness = new Liveness(plain, blocks);
        var needed = new List<bool[]>();
        foreach (var slot in slots)
        {
            var at = new bool[blocks.Count + ranges.Ranges.Count];
            foreach (var node in liveness.LiveAtStart(body.UsesOf(slot)))
                at[plain.Block(node)] = true;
            needed.Add(at);
        }

        return new BranchSlots([.. slots], needed, Values(body, slots));
    }

    private static HashSet<long> Values(TracedBody body, IEnumerable<int> slots)
    {
        var values = new HashSet<long> { 0, ConstantMachine.NotNull };
        foreach (var use in slots.SelectMany(body.UsesOf).Where(use => use.IsWrite))
        {
            if (body.Trace.Operand(use.Instruction, 0) is >= 0 and var producer && ConstantMachine.Constant(body.Code[producer]) is { } constant)
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
            if (!use.IsWrite && next < body.Code.Count && body.Slots.IsLocal(body.SlotOf[next])
                && body.Code[next].OpCode.Code is Code.Stloc or Code.Stloc_S or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3)
                yield return body.SlotOf[next];
        }
    }
}
