using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Locals that stand for a field which the body never writes: Release code loads <c>this</c> once, in front of the dispatch, whatever the state.</summary>
internal static class Aliases
{
    // ldarg.0; ldfld <>4__this; stloc.1; …; ldloc.1        the last is the read, wherever it stands; the first is none
    public static void Resolve(TracedBody body, List<SlotUse> uses)
    {
        if (Find(body, uses) is not { Count: > 0 } loadOf)
            return;
        for (var i = 0; i < uses.Count; i++)
        {
            var use = uses[i];
            if (!use.IsWrite && loadOf.TryGetValue(use.Slot, out var load))
                uses[i] = use with { Slot = body.SlotOf[load] };
        }

        var loads = new HashSet<int>(loadOf.Values);
        uses.RemoveAll(use => !use.IsWrite && loads.Contains(use.Instruction));
    }

    /// <summary>By local the load that it stands for; null where there is none.</summary>
    private static Dictionary<int, int>? Find(TracedBody body, List<SlotUse> uses)
    {
        int[]? writes = null;
        Dictionary<int, int>? loadOf = null;
        for (var i = 2; i < body.Code.Count && IsPrologue(body.Code, i); i++)
        {
            var (local, field) = (body.SlotOf[i], body.SlotOf[i - 1]);
            if (!body.Slots.IsLocal(local) || !body.Code.IsLocalStore(i) || !body.Slots.IsField(field) || body.Code.Op(i - 1) != Code.Ldfld)
                continue;
            writes ??= Writes(body.Slots.Count, uses);
            if (writes[local] == 1 && writes[field] == 0)
                (loadOf ??= [])[local] = i - 1;
        }

        return loadOf;
    }

    private static int[] Writes(int slots, List<SlotUse> uses)
    {
        var writes = new int[slots];
        foreach (var use in uses)
            writes[use.Slot] += use.IsWrite ? 1 : 0;
        return writes;
    }

    private static bool IsPrologue(BodyCode code, int i) => code.Flow(i) == FlowControl.Next && code.Op(i) != Code.Stfld;
}
