namespace AsyncWeave.Analysis.Flow;

/// <summary>A body with everything that one pass over its instructions tells.</summary>
internal sealed class TracedBody
{
    private readonly SlotUses uses;
    private ConstantMachine? machine;

    public TracedBody(BodyCode code, SlotTable slots, Places places, TraceBuffers buffers)
    {
        Buffers = buffers;
        Code = code;
        Slots = slots;
        Places = places;
        SlotOf = slots.OfAll(code, buffers);
        Trace = new OperandTrace(code, buffers);
        var collected = UseCollector.Collect(code, slots, Trace, SlotOf, buffers);
        Aliases.Resolve(code, slots, SlotOf, collected, buffers);
        uses = new SlotUses(slots.Count, collected, buffers);
    }

    public BodyCode Code { get; }

    public SlotTable Slots { get; }

    public Places Places { get; }

    /// <summary>Where those that follow the body take their arrays from.</summary>
    public TraceBuffers Buffers { get; }

    /// <summary>By instruction, and longer than there are; <see cref="SlotTable.None"/> where it names none.</summary>
    public int[] SlotOf { get; }

    public OperandTrace Trace { get; }

    /// <summary>For one at a time of those that run the body's tests.</summary>
    public ConstantMachine Machine => machine ??= new ConstantMachine(Code, SlotOf, Slots.Count, Buffers);

    /// <summary>In layout order; none for no slot.</summary>
    public UseRange UsesOf(int slot) => uses.Of(slot);

    /// <summary>Whether an instruction stores a constant, as compilers do into their own variables.</summary>
    public int? StoredConstant(int store) => Trace.Operand(store, 0) is >= 0 and var producer ? Code.Constant(producer) : null;
}
