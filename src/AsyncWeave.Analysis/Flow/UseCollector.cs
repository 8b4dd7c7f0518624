using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Collects the reads and writes of all slots in layout order.</summary>
internal sealed class UseCollector
{
    private readonly BodyCode code;
    private readonly SlotTable slots;
    private readonly OperandTrace trace;
    private readonly int[] slotOf;
    private readonly CollectedUses uses;
    private StructParts? parts;

    private UseCollector(BodyCode code, SlotTable slots, OperandTrace trace, int[] slotOf, TraceBuffers buffers)
    {
        this.code = code;
        this.slots = slots;
        this.trace = trace;
        this.slotOf = slotOf;
        uses = new CollectedUses(code.Count, buffers);
    }

    public static CollectedUses Collect(BodyCode code, SlotTable slots, OperandTrace trace, int[] slotOf, TraceBuffers buffers)
    {
        var collector = new UseCollector(code, slots, trace, slotOf, buffers);
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
                uses.Add(slotOf[i], i, isWrite: true);
                return;
            default:
                uses.Add(slotOf[i], i, isWrite: false);
                return;
        }
    }

    // The stack gives the last argument first.
    private void ByAddress(int i)
    {
        var node = trace.Top(i);
        if (node < 0 || code.Op(i) is Code.Dup or Code.Ldflda)
            return;
        var before = uses.Count;
        for (var argument = code.Pops(i) - 1; argument >= 0 && node >= 0; argument--, node = trace.Below(node))
        {
            var (slot, whole) = Addressed(trace.ProducerOf(node));
            if (slot >= 0)
                Use(i, slot, whole, argument);
        }

        if (uses.Count - before > 1)
            uses.Reverse(before);
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
                    uses.Add(slot, i, isWrite: true);
                return;
            case Code.Stfld when argument == 0:
                if (whole && (parts ??= new StructParts(code)).Completes(slot, i))
                    uses.Add(slot, i, isWrite: true);
                return; // else a part is written: the rest stays needed
            case Code.Call when argument == 0 && whole && code.CalleeOf(i).Name == ".ctor":
                uses.Add(slot, i, isWrite: true);
                return;
            default:
                uses.Add(slot, i, isWrite: whole && slots.Matters(slot) && OutArguments.Contains(code, i, argument));
                return;
        }
    }
}
