using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>What a block does to its context, and whether its tests are decided by it or by the state, which is "running" everywhere.</summary>
internal sealed class BlockRunner
{
    // What is marked on a block: it tests or stores what is known, or it starts with a caught exception on the stack.
    private const int Matters = 1;
    private const int StartsHandler = 2;
    private const int LongestTest = 8; // blocks

    private readonly TracedBody body;
    private readonly BodyCode code;
    private readonly BasicBlocks blocks;
    private readonly ProtectedRanges ranges;
    private readonly List<int> stateSlots;
    private readonly BranchSlots branchSlots;
    private readonly ContextTable contexts;
    private readonly ConstantMachine machine;
    private readonly int[] marks;
    private readonly int[] handlerEnds;

    /// <param name="branchSlots">Null to walk without contexts.</param>
    public BlockRunner(TracedBody body, BasicBlocks blocks, ProtectedRanges ranges, List<int> stateSlots, BranchSlots? branchSlots, int[] firstThrows)
    {
        this.body = body;
        code = body.Code;
        this.blocks = blocks;
        this.ranges = ranges;
        this.stateSlots = stateSlots;
        HasContexts = branchSlots is not null;
        this.branchSlots = branchSlots ?? BranchSlots.None;
        FirstThrows = firstThrows;
        machine = body.Machine;
        contexts = new ContextTable(body.Buffers);
        marks = body.Buffers.Zeros(blocks.Count);
        handlerEnds = body.Buffers.Any(blocks.Count);
        MarkBlocks(body.SlotOf, body.Buffers.Zeros(body.Slots.Count));
    }

    /// <summary>By block the first instruction that can raise an exception; later than all of them where none can.</summary>
    public int[] FirstThrows { get; }

    public bool CanThrow(int block) => FirstThrows[block] < blocks.End(block);

    public (int Context, int Decided) Run(int block, int context)
    {
        var last = blocks.End(block) - 1;
        var decides = code.Flow(last) == FlowControl.Cond_Branch;
        if ((marks[block] & Matters) == 0 || (!decides && branchSlots.Slots.Length == 0))
            return (context, ConstantMachine.Undecided);
        Prepare(block, context);
        for (var i = blocks.Start(block); i < last; i++)
            machine.Execute(i);
        if (decides)
            return (Context(context), machine.Decide(last));
        machine.Execute(last);
        return (Context(context), ConstantMachine.Undecided);
    }

    /// <summary>Where a constant on the stack leads: over blocks that do nothing but test it, and keep nothing for others.</summary>
    public int GoalOf(int constant, int goal)
    {
        machine.Reset();
        machine.Push(constant);
        var at = goal;
        for (var step = 0; step < LongestTest && at < code.Count; step++)
        {
            var block = blocks.Of(at);
            var last = blocks.End(block) - 1;
            if ((marks[block] & Matters) != 0 || code.Op(last) is Code.Switch or Code.Leave or Code.Leave_S || !IsTest(block))
                return goal;
            for (var i = blocks.Start(block); i < last; i++)
                machine.Execute(i);
            if (code.Flow(last) == FlowControl.Cond_Branch)
                return machine.Decide(last) is >= 0 and var decided ? decided : goal;
            if (code.Flow(last) != FlowControl.Branch)
                machine.Execute(last);
            at = code.Flow(last) == FlowControl.Branch ? code.Target(last) : last + 1;
        }

        return goal;
    }

    private bool IsTest(int block)
    {
        for (var i = blocks.Start(block); i < blocks.End(block); i++)
        {
            if (code.Flow(i) is not (FlowControl.Branch or FlowControl.Cond_Branch) && !IsPartOfTest(i, block))
                return false;
        }

        return true;
    }

    private bool IsPartOfTest(int i, int block)
    {
        if (code.Op(i) is Code.Nop or Code.Ceq || code.Constant(i) is not null)
            return true;
        if (!code.IsLocalLoad(i) && !code.IsLocalStore(i))
            return false;
        foreach (var use in body.UsesOf(body.SlotOf[i]))
        {
            if (blocks.Of(use.Instruction) != block)
                return false;
        }

        return true;
    }

    public bool HasContexts { get; }

    /// <summary>The context inside a <c>finally</c> that a leave to <paramref name="target"/> has entered.</summary>
    public int Enter(Handler handler, int target, int context) =>
        HasContexts ? contexts.With(context, PendingSlot(handler), target) : context;

    /// <summary>Where the leave that entered a <c>finally</c> wants to go; -1 when an exception entered it.</summary>
    public int Pending(Handler handler, int context)
    {
        for (var value = contexts.Start(context); value < contexts.End(context); value++)
        {
            if (contexts.Slot(value) == PendingSlot(handler))
                return (int)contexts.Value(value);
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
        for (var value = contexts.Start(context); value < contexts.End(context); value++)
        {
            if (!IsNeeded(contexts.Slot(value), block))
                return Needed(block, context);
        }

        return context;
    }

    private int Needed(int block, int context)
    {
        contexts.StartDraft();
        for (var value = contexts.Start(context); value < contexts.End(context); value++)
        {
            if (IsNeeded(contexts.Slot(value), block))
                contexts.Add(contexts.Slot(value), contexts.Value(value));
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
    private void MarkBlocks(int[] slotOf, int[] asked)
    {
        foreach (var handler in code.Handlers)
        {
            if (!handler.IsFinally)
                marks[blocks.Of(handler.Start)] |= StartsHandler;
            handlerEnds[blocks.Of(handler.Start)] = handler.End;
        }

        foreach (var slot in stateSlots)
            asked[slot] = Matters;
        foreach (var slot in branchSlots.Slots)
            asked[slot] = Matters;
        for (var i = 0; i < code.Count; i++)
        {
            if (slotOf[i] >= 0)
                marks[blocks.Of(i)] |= asked[slotOf[i]];
        }
    }

    private int FirstBlock(int blockOrRange) =>
        blockOrRange < blocks.Count ? blockOrRange : blocks.Of(ranges.Ranges[blockOrRange - blocks.Count].Start);

    private void Prepare(int block, int context)
    {
        machine.Reset();
        foreach (var slot in stateSlots)
            machine.Assume(slot, StateDispatch.Running);
        for (var value = contexts.Start(context); value < contexts.End(context); value++)
            machine.Assume(contexts.Slot(value), contexts.Value(value));
        if ((marks[block] & StartsHandler) != 0)
            machine.Push(ConstantMachine.NotNull);
    }

    private int Context(int before)
    {
        if (branchSlots.Slots.Length == 0)
            return before;
        contexts.StartDraft();
        for (var value = contexts.Start(before); value < contexts.End(before); value++)
        {
            if (contexts.Slot(value) < 0)
                contexts.Add(contexts.Slot(value), contexts.Value(value));
        }

        foreach (var slot in branchSlots.Slots)
        {
            if (machine.ValueOf(slot) is var value && branchSlots.Decides(value))
                contexts.Add(slot, value);
        }

        return contexts.Number();
    }
}
