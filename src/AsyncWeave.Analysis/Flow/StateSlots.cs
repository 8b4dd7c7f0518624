using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The state field and the locals that copy it: Release code keeps the state in a local beside the field.</summary>
internal static class StateSlots
{
    // ldarg.0; ldfld state; stloc s        and        ldarg.0; ldc N; dup; stloc s; stfld state
    public static List<int> Of(TracedBody body, int stateSlot)
    {
        var slots = new List<int> { stateSlot };
        HashSet<int>? storedAsState = null;
        for (var local = body.Slots.OfLocal(0); body.Slots.IsLocal(local); local++)
        {
            if (CopiesOnly(local))
                slots.Add(local);
        }

        return slots;

        bool CopiesOnly(int local)
        {
            var isWritten = false;
            foreach (var use in body.UsesOf(local))
            {
                if (use.IsWrite && !IsState(body.Trace.Operand(use.Instruction, 0)))
                    return false;
                isWritten |= use.IsWrite;
            }

            return isWritten;
        }

        bool IsState(int producer) => producer >= 0
            && ((body.SlotOf[producer] == stateSlot && body.Code.Op(producer) == Code.Ldfld)
                || (storedAsState ??= Stored(body, stateSlot)).Contains(producer));
    }

    private static HashSet<int> Stored(TracedBody body, int slot)
    {
        var stored = new HashSet<int>();
        foreach (var use in body.UsesOf(slot))
        {
            if (use.IsWrite && body.Trace.Operand(use.Instruction, 0) is >= 0 and var producer)
                stored.Add(producer);
        }

        return stored;
    }
}
