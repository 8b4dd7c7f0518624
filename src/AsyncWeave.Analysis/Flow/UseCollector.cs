using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Collects the reads and writes of all slots in layout order.</summary>
internal sealed class UseCollector(BodyCode code, SlotTable slots, OperandTrace trace, int[] slotOf)
{
    private readonly List<SlotUse> uses = new(code.Count / 2);

    public static List<SlotUse> Collect(BodyCode code, SlotTable slots, OperandTrace trace, int[] slotOf)
    {
        var collector = new UseCollector(code, slots, trace, slotOf);
        for (var i = 0; i < code.Count; i++)
        {
            collector.ByAddress(i);
            collector.Direct(i);
        }

        return collector.uses;
    }

    private void Direct(int i)
    {
        if (slotOf[i] < 0)
            return;
        switch (code.Op(i))
        {
            case Code.Ldflda or Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S:
                return; // the instruction that takes the address tells
            case Code.Stfld or Code.Stloc or Code.Stloc_S or (>= Code.Stloc_0 and <= Code.Stloc_3) or Code.Starg or Code.Starg_S:
                uses.Add(new SlotUse(slotOf[i], i, IsWrite: true));
                return;
            default:
                uses.Add(new SlotUse(slotOf[i], i, IsWrite: false));
                return;
        }
    }

    private void ByAddress(int i)
    {
        if (code.Op(i) is Code.Dup or Code.Ldflda)
            return;
        var pops = code.Pops(i);
        for (var depth = pops - 1; depth >= 0; depth--)
        {
            var (slot, whole) = Addressed(trace.Operand(i, depth));
            if (slot >= 0)
                Use(i, slot, whole, argument: pops - 1 - depth);
        }
    }

    /// <summary>The slot whose address an operand is, and whether it is the address of the whole value or of a part.</summary>
    private (int Slot, bool Whole) Addressed(int producer)
    {
        for (var whole = true; producer >= 0; whole = false)
        {
            if (code.Op(producer) is not (Code.Ldflda or Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S))
                break;
            if (slotOf[producer] >= 0)
                return (slotOf[producer], whole);
            if (code.Op(producer) != Code.Ldflda)
                break;
            producer = trace.Operand(producer, 0);
        }

        return (SlotTable.None, false);
    }

    private void Use(int i, int slot, bool whole, int argument)
    {
        switch (code.Op(i))
        {
            case Code.Initobj or Code.Stobj when argument == 0:
                if (whole)
                    uses.Add(new SlotUse(slot, i, IsWrite: true));
                return;
            case Code.Stfld when argument == 0:
                return; // a part is written: the rest stays needed
            case Code.Call when argument == 0 && whole && code.CalleeOf(i).Name == ".ctor":
                uses.Add(new SlotUse(slot, i, IsWrite: true));
                return;
            default:
                uses.Add(new SlotUse(slot, i, IsWrite: whole && slots.Matters(slot) && OutArguments.Contains(code, i, argument)));
                return;
        }
    }
}
