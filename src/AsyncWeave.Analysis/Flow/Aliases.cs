using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Locals that stand for a field which the body never writes: Release code loads <c>this</c> once, in front of the dispatch, whatever the state.</summary>
internal static class Aliases
{
    // ldarg.0; ldfld <>4__this; stloc.1; …; ldloc.1        the last is the read, wherever it stands; the first is none
    public static void Resolve(BodyCode code, SlotTable slots, int[] slotOf, CollectedUses uses, TraceBuffers buffers)
    {
        int[]? writes = null;
        int[]? loadOf = null;
        for (var i = 2; i < code.Count && IsPrologue(code, i); i++)
        {
            var (local, field) = (slotOf[i], slotOf[i - 1]);
            if (!slots.IsLocal(local) || !code.IsLocalStore(i) || !slots.IsField(field) || code.Op(i - 1) != Code.Ldfld)
                continue;
            writes ??= Writes(slots.Count, uses, buffers);
            if (writes[local] == 1 && writes[field] == 0)
                (loadOf ??= buffers.Zeros(slots.Count))[local] = i - 1; // a load behind the first instruction: 0 is none
        }

        if (loadOf is not null)
            Replace(code, slotOf, uses, loadOf);
    }

    private static void Replace(BodyCode code, int[] slotOf, CollectedUses uses, int[] loadOf)
    {
        for (var use = 0; use < uses.Count; use++)
        {
            var (slot, instruction, isWrite) = uses[use];
            if (isWrite)
                continue;
            if (loadOf[slot] > 0)
                uses.Move(use, slotOf[loadOf[slot]]);
            else if (IsLoad(instruction))
                uses.Move(use, SlotTable.None);
        }

        uses.Compact();

        // Behind the last instruction stands what an earlier body left.
        bool IsLoad(int instruction) => instruction > 0 && instruction + 1 < code.Count && slotOf[instruction + 1] is >= 0 and var local && loadOf[local] == instruction;
    }

    private static int[] Writes(int slots, CollectedUses uses, TraceBuffers buffers)
    {
        var writes = buffers.Zeros(slots);
        for (var use = 0; use < uses.Count; use++)
        {
            var (slot, _, isWrite) = uses[use];
            writes[slot] += isWrite ? 1 : 0;
        }

        return writes;
    }

    private static bool IsPrologue(BodyCode code, int i) => code.Flow(i) == FlowControl.Next && code.Op(i) != Code.Stfld;
}
