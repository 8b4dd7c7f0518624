using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Locals that stand for a field which the body never writes: Release code loads <c>this</c> once, in front of the dispatch, whatever the state.</summary>
internal static class Aliases
{
    // ldarg.0; ldfld <>4__this; stloc.1; …; ldloc.1        the last is the read, wherever it stands; the first is none
    public static void Resolve(TracedBody body)
    {
        var fieldOf = Find(body);
        if (fieldOf.Count == 0)
            return;
        for (var i = 0; i < body.Uses.Count; i++)
        {
            var use = body.Uses[i];
            if (fieldOf.TryGetValue(use.Slot, out var load) && !use.IsWrite)
                body.Uses[i] = use with { Slot = body.SlotOf[load] };
        }

        var loads = new HashSet<int>(fieldOf.Values);
        body.Uses.RemoveAll(use => loads.Contains(use.Instruction) && !use.IsWrite);
    }

    private static Dictionary<int, int> Find(TracedBody body)
    {
        var written = new Dictionary<int, int>();
        foreach (var use in body.Uses)
        {
            if (use.IsWrite)
                written[use.Slot] = written.TryGetValue(use.Slot, out var count) ? count + 1 : 1;
        }

        var loadOf = new Dictionary<int, int>();
        for (var i = 2; i < body.Code.Count && IsPrologue(body.Code[i]); i++)
        {
            var slot = body.SlotOf[i];
            if (!body.Slots.IsLocal(slot) || !IsStore(body.Code[i]) || !body.Slots.IsField(body.SlotOf[i - 1]) || body.Code[i - 1].OpCode.Code != Code.Ldfld)
                continue;
            if (written[slot] == 1 && !written.ContainsKey(body.SlotOf[i - 1]))
                loadOf[slot] = i - 1;
        }

        return loadOf;
    }

    private static bool IsStore(Instruction instruction) =>
        instruction.OpCode.Code is Code.Stloc or Code.Stloc_S or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3;

    private static bool IsPrologue(Instruction instruction) =>
        instruction.OpCode.FlowControl is FlowControl.Next && instruction.OpCode.Code is not Code.Stfld;
}
