using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>What a block does to its context, and whether its tests are decided by it or by the state, which is "running" everywhere.</summary>
internal sealed class BlockRunner
{
    private readonly BodyCode code;
    private readonly BasicBlocks blocks;
    private readonly ProtectedRanges ranges;
    private readonly IReadOnlyList<int> stateSlots;
    private readonly BranchSlots branchSlots;
    private readonly ContextTable contexts = new();
    private readonly ConstantMachine machine;
    private readonly bool[] matters;
    private readonly bool[] startsHandler;
    private readonly int[] handlerEnds;

    /// <param name="branchSlots">Null to walk without contexts.</param>
    public BlockRunner(TracedBody body, BasicBlocks blocks, ProtectedRanges ranges, IReadOnlyList<int> stateSlots, BranchSlots? branchSlots, ConstantMachine machine, int[] firstThrows)
    {
        code = body.Code;
        this.blocks = blocks;
        this.ranges = ranges;
        this.stateSlots = stateSlots;
        HasContexts = branchSlots is not null;
        this.branchSlots = branchSlots ?? BranchSlots.None;
        FirstThrows = firstThrows;
        this.machine = machine;
        matters = new bool[blocks.Count];
        startsHandler = new bool[blocks.Count];
        handlerEnds = new int[blocks.Count];
        MarkBlocks(body.SlotOf, body.Slots.Count);
    }

    /// <summary>By block the first instruction that can raise an exception; later than all of them where none can.</summary>
    public int[] FirstThrows { get; }

    public bool CanThrow(int block) => FirstThrows[block] < blocks.End(block);

    public (int Context, int Decided) Run(int block, int context)
    {
        if (!matters[block])
            return (context, ConstantMachine.Undecided);
        Prepare(block, context);
        var last = blocks.End(block) - 1;
        for (var i = blocks.Start(block); i < last; i++)
            machine.Execute(i);
        if (code.Flow(last) == FlowControl.Cond_Branch)
            return (Context(context), machine.Decide(last));
        machine.Execute(last);
        return (Context(context), ConstantMachine.Undecided);
    }

    public bool HasContexts { get; }

    /// <summary>The context inside a <c>finally</c> that a leave to <paramref name="target"/> has entered.</summary>
    public int Enter(Handler handler, int target, int context) =>
        HasContexts ? contexts.With(context, new ContextValue(PendingSlot(handler), target)) : context;

    /// <summary>Where the leave that entered a <c>finally</c> wants to go; -1 when an exception entered it.</summary>
    public int Pending(Handler handler, int context)
    {
        foreach (var (slot, value) in contexts[context])
        {
            if (slot == PendingSlot(handler))
                return (int)value;
        }

        return -1;
    }

    public int Leave(Handler handler, int context) => contexts.Without(context, PendingSlot(handler));

    // Numbers below those of all slots, so that no slot has them.
    private static int PendingSlot(Handler handler) => -2 - handler.Start;

    /// <summary>Forgets what nobody asks for any more behind the start of a block, so that contexts do not multiply.</summary>
    public int Prune(int block, int context)
    {
        if (context == 0)
            return 0;
        foreach (var (slot, _) in contexts[context])
        {
            if (!IsNeeded(slot, block))
                return Needed(block, context);
        }

        return context;
    }

    private int Needed(int block, int context)
    {
        contexts.StartDraft();
        foreach (var known in contexts[context])
        {
            if (IsNeeded(known.Slot, block))
                contexts.Add(known);
        }

        return contexts.Number();
    }

    private bool IsNeeded(int slot, int block)
    {
        if (slot < 0)
            return IsInside(-2 - slot, block);
        if (ranges.FinallyAround(FirstBlock(block)) is not null)
            return true; // what is asked for behind a finally is carried through it
        return branchSlots.IsNeeded(slot, block);
    }

    private bool IsInside(int finallyStart, int block)
    {
        var at = blocks.Start(FirstBlock(block));
        return at >= finallyStart && at < handlerEnds[blocks.Of(finallyStart)];
    }

    // The handlers' starts, and the blocks whose tests can be decided, or that store what decides others.
    private void MarkBlocks(int[] slotOf, int slots)
    {
        foreach (var handler in code.Handlers)
        {
            startsHandler[blocks.Of(handler.Start)] |= !handler.IsFinally;
            handlerEnds[blocks.Of(handler.Start)] = handler.End;
        }

        var asked = new bool[slots];
        foreach (var slot in stateSlots)
            asked[slot] = true;
        foreach (var slot in branchSlots.Slots)
            asked[slot] = true;
        for (var i = 0; i < code.Count; i++)
            matters[blocks.Of(i)] |= slotOf[i] >= 0 && asked[slotOf[i]];
    }

    private int FirstBlock(int blockOrRange) =>
        blockOrRange < blocks.Count ? blockOrRange : blocks.Of(ranges.Ranges[blockOrRange - blocks.Count].Start);

    private void Prepare(int block, int context)
    {
        machine.Reset();
        foreach (var slot in stateSlots)
            machine.Assume(slot, StateDispatch.Running);
        foreach (var (slot, value) in contexts[context])
            machine.Assume(slot, value);
        if (startsHandler[block])
            machine.Push(ConstantMachine.NotNull);
    }

    private int Context(int before)
    {
        if (branchSlots.Slots.Length == 0)
            return before;
        contexts.StartDraft();
        foreach (var known in contexts[before])
        {
            if (known.Slot < 0)
                contexts.Add(known);
        }

        foreach (var slot in branchSlots.Slots)
        {
            if (machine.ValueOf(slot) is var value && branchSlots.Values.Contains(value))
                contexts.Add(new ContextValue(slot, value));
        }

        return contexts.Number();
    }
}
