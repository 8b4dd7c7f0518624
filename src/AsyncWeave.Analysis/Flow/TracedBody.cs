namespace AsyncWeave.Analysis.Flow;

/// <summary>A body with everything that one pass over its instructions tells.</summary>
internal sealed class TracedBody
{
    private readonly int[] firstUse;

    public TracedBody(BodyCode code, SlotTable slots, Places places)
    {
        Code = code;
        Slots = slots;
        Places = places;
        SlotOf = slots.OfAll(code);
        Trace = new OperandTrace(code);
        Uses = SlotUses.Collect(code, slots, Trace, SlotOf);
        Aliases.Resolve(this);
        Uses = [.. Uses.OrderBy(use => use.Slot)]; // stable: layout order within a slot
        firstUse = Starts();
    }

    public BodyCode Code { get; }

    public SlotTable Slots { get; }

    public Places Places { get; }

    /// <summary>By instruction; <see cref="SlotTable.None"/> where it names none.</summary>
    public int[] SlotOf { get; }

    public OperandTrace Trace { get; }

    /// <summary>By slot, and in layout order within a slot.</summary>
    public List<SlotUse> Uses { get; }

    public IEnumerable<SlotUse> UsesOf(int slot)
    {
        for (var i = firstUse[slot]; i < firstUse[slot + 1]; i++)
            yield return Uses[i];
    }

    private int[] Starts()
    {
        var starts = new int[Slots.Count + 1];
        foreach (var use in Uses)
            starts[use.Slot + 1]++;
        for (var slot = 0; slot < Slots.Count; slot++)
            starts[slot + 1] += starts[slot];
        return starts;
    }
}
