using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The state field and the locals that copy it: Release code keeps the state in a local beside the field.</summary>
internal static class StateSlots
{
    // ldarg.0; ldfld state; stloc s        and        ldarg.0; ldc N; dup; stloc s; stfld state
    public static IReadOnlyCollection<int> Of(TracedBody body, int stateSlot)
    {
        var storedAsState = new HashSet<int>();
        foreach (var use in body.UsesOf(stateSlot))
        {
            if (use.IsWrite && body.Trace.Operand(use.Instruction, 0) is >= 0 and var producer)
                storedAsState.Add(producer);
        }

        var slots = new HashSet<int> { stateSlot };
        for (var local = 0; local < body.Slots.Locals; local++)
        {
            var slot = body.Slots.OfLocal(local);
            var writes = body.UsesOf(slot).Where(use => use.IsWrite).ToList();
            if (writes.Count > 0 && writes.TrueForAll(use => IsState(body.Trace.Operand(use.Instruction, 0))))
                slots.Add(slot);
        }

        return slots;

        bool IsState(int producer) => producer >= 0
            && (storedAsState.Contains(producer) || (body.SlotOf[producer] == stateSlot && body.Code[producer].OpCode.Code == Code.Ldfld));
    }
}
