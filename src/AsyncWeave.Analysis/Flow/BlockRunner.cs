using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>What a block does to its context, and whether its tests are decided by it or by the state, which is "running" everywhere.</summary>
internal sealed class BlockRunner
{
    private const int Never = int.MaxValue;

    private readonly BodyCode code;
    private readonly BasicBlocks blocks;
    private readonly int[] slotOf;
    private readonly IReadOnlyCollection<int> stateSlots;
    private readonly BranchSlots branchSlots;
    private readonly ContextTable contexts;
    private readonly ConstantMachine machine;
    private readonly bool[] matters;
    private readonly HashSet<int> handlerStarts;

    public BlockRunner(BodyCode code, BasicBlocks blocks, int[] slotOf, IReadOnlyCollection<int> stateSlots, BranchSlots branchSlots)
    {
        this.code = code;
        this.blocks = blocks;
        this.slotOf = slotOf;
        this.stateSlots = stateSlots;
        this.branchSlots = branchSlots;
        contexts = new ContextTable();
        machine = new ConstantMachine(code, slotOf);
        matters = new bool[blocks.Count];
        FirstThrows = new int[blocks.Count];
        handlerStarts = [.. code.Handlers.Where(handler => !handler.IsFinally).Select(handler => handler.Start)];
        var asked = new HashSet<int>(stateSlots.Concat(branchSlots.Slots));
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
            return (Context(), machine.Decide(last));
        machine.Execute(last);
        return (Context(), ConstantMachine.Undecided);
    }

    /// <summary>Forgets what nobody asks for any more behind the start of a block, so that contexts do not multiply.</summary>
    public int Prune(int block, int context)
    {
        if (context == 0)
            return 0;
        var kept = contexts[context].Where(value => IsNeeded(value.Slot, block)).ToList();
        return kept.Count == contexts[context].Count ? context : contexts.Number(kept);
    }

    private bool IsNeeded(int slot, int block)
    {
        for (var i = 0; i < branchSlots.Slots.Count; i++)
        {
            if (branchSlots.Slots[i] == slot)
                return branchSlots.NeededAt[i][block];
        }

        return false;
    }

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

    private int Context()
    {
        if (branchSlots.Slots.Count == 0)
            return 0;
        var values = new List<(int, long)>();
        foreach (var slot in branchSlots.Slots)
        {
            if (machine.ValueOf(slot) is var value && value != ConstantMachine.Unknown)
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
