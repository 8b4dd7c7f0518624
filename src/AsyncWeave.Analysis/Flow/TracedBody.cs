namespace AsyncWeave.Analysis.Flow;

/// <summary>A body with everything that one pass over its instructions tells.</summary>
internal sealed class TracedBody
{
    private readonly SlotUses uses;

    public TracedBody(BodyCode code, SlotTable slots, Places places)
    {
        Code = code;
        Slots = slots;
        Places = places;
        SlotOf = slots.OfAll(code);
        Trace = new OperandTrace(code);
        var collected = UseCollector.Collect(code, slots, Trace, SlotOf);
        Aliases.Resolve(this, collected);
        uses = new SlotUses(slots.Count, collected);
    }

    public BodyCode Code { get; }

    public SlotTable Slots { get; }

    public Places Places { get; }

    /// <summary>By instruction; <see cref="SlotTable.None"/> where it names none.</summary>
    public int[] SlotOf { get; }

    public OperandTrace Trace { get; }

    /// <summary>In layout order; none for no slot.</summary>
    public UseRange UsesOf(int slot) => uses.Of(slot);

    /// <summary>Whether an instruction stores a constant, as compilers do into their own variables.</summary>
    public int? StoredConstant(int store) => Trace.Operand(store, 0) is >= 0 and var producer ? Code.Constant(producer) : null;
}
