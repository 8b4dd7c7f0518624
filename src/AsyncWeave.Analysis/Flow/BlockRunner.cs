using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>What a block does to its context, and whether its tests are decided by it or by the state, which is "running" everywhere.</summary>
internal sealed class BlockRunner
{
    private const int Never = int.MaxValue;

    private readonly BodyCode code;
    private readonly BasicBlocks blocks;
    private readonly ProtectedRanges ranges;
    private readonly int[] slotOf;
    private readonly IReadOnlyCollection<int> stateSlots;
    private readonly BranchSlots branchSlots;
    private readonly ContextTable contexts;
    private readonly ConstantMachine machine;
    private readonly bool[] matters;
    private readonly HashSet<int> handlerStarts;
    private readonly Dictionary<int, int> finallyEnds = [];

    /// <param name="branchSlots">Null to walk without contexts.</param>
    public BlockRunner(BodyCode code, BasicBlocks blocks, ProtectedRanges ranges, int[] slotOf, IReadOnlyCollection<int> stateSlots, BranchSlots? branchSlots)
    {
        this.code = code;
        this.blocks = blocks;
        this.ranges = ranges;
        this.slotOf = slotOf;
        this.stateSlots = stateSlots;
        HasContexts = branchSlots is not null;
        this.branchSlots = branchSlots ?? BranchSlots.None;
        contexts = new ContextTable();
        machine = new ConstantMachine(code, slotOf);
        matters = new bool[blocks.Count];
        FirstThrows = new int[blocks.Count];
        handlerStarts = [.. code.Handlers.Where(handler => !handler.IsFinally).Select(handler => handler.Start)];
        foreach (var handler in code.Handlers)
            finallyEnds[handler.Start] = handler.End;
        var asked = new HashSet<int>(stateSlots.Concat(this.branchSlots.Slots));
        for (var i = 0; i < code.Count; i++)
        {
            matters[blocks.Of(i)] |= slotOf[i] >= 0 && asked.Contains(slotOf[i]);
            if (i == blocks.Start(blocks.Of(i)) || FirstThrows[blocks.Of(i)] == Never)
                FirstThrows[blocks.Of(i)] = Throws(i) ? i : Never;
        }
    }

    /// <summary>By block the first instruction that can raise an exception; <see cref="Never"/> where none can.</summary>
    public int[] FirstThrows { get; }

    public bool CanThrow(int block) => FirstThrows[block] != Never;

    public (int Context, int Decided) Run(int block, int context)
    {
        if (!matters[block])
            return (context, ConstantMachine.Undecided);
        Prepare(block, context);
        var last = blocks.End(block) - 1;
        for (var i = blocks.Start(block); i < last; i++)
            machine.Execute(i);
        if (code[last].OpCode.FlowControl == FlowControl.Cond_Branch)
            return (Context(context), machine.Decide(last));
        machine.Execute(last);
        return (Context(context), ConstantMachine.Undecided);
    }

    public bool HasContexts { get; }

    /// <summary>The context inside a <c>finally</c> that a leave to <paramref name="target"/> has entered.</summary>
    public int Enter(Handler handler, int target, int context) =>
        HasContexts ? contexts.With(context, PendingSlot(handler), target) : context;

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
                return contexts.Number(contexts[context].Where(value => IsNeeded(value.Slot, block)).ToList());
        }

        return context;
    }

    private bool IsNeeded(int slot, int block)
    {
        if (slot < 0)
            return IsInside(-2 - slot, block);
        if (ranges.FinallyAround(FirstBlock(block)) is not null)
            return true; // what is asked for behind a finally is carried through it
        for (var i = 0; i < branchSlots.Slots.Count; i++)
        {
            if (branchSlots.Slots[i] == slot)
                return branchSlots.NeededAt[i][block];
        }

        return false;
    }

    private bool IsInside(int finallyStart, int block)
    {
        var at = blocks.Start(FirstBlock(block));
        return at >= finallyStart && at < finallyEnds[finallyStart];
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
        if (handlerStarts.Contains(blocks.Start(block)))
            machine.Push(ConstantMachine.NotNull);
    }

    private int Context(int before)
    {
        if (branchSlots.Slots.Count == 0)
            return before;
        var values = contexts[before].Where(value => value.Slot < 0).ToList();
        foreach (var slot in branchSlots.Slots)
        {
            if (machine.ValueOf(slot) is var value && branchSlots.Values.Contains(value))
                values.Add((slot, value));
        }

        return contexts.Number(values);
    }

    private bool Throws(int i) => code[i].OpCode.Code switch
    {
        Code.Nop or Code.Dup or Code.Pop or Code.Ldnull or Code.Ldstr or Code.Initobj or Code.Ret or Code.Endfinally or Code.Endfilter or Code.Switch => false,
        >= Code.Ldarg_0 and <= Code.Ldc_R8 => false,
        >= Code.Br_S and <= Code.Blt_Un => false,
        Code.Leave or Code.Leave_S => false,
        >= Code.Add and <= Code.Mul or >= Code.And and <= Code.Conv_U8 => false,
        Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un => false,
        Code.Ldarg or Code.Starg or Code.Ldarga or Code.Ldloc or Code.Stloc or Code.Ldloca => false,
        Code.Ldfld or Code.Ldflda or Code.Stfld => slotOf[i] < 0,
        Code.Isinst or Code.Ldsfld or Code.Stsfld or Code.Sizeof or Code.Ldtoken or Code.Ldftn => false,
        _ => true,
    };
}
