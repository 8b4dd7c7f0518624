using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Follows the dispatch at the head of <c>MoveNext</c> (and at the head of each protected block) for a given state.</summary>
/// <remarks>
/// A switch, a chain of comparisons, a subtraction before the switch, nested dispatch inside try blocks: all are decided by
/// running the tests on the state, so no shape needs a matcher of its own.
/// </remarks>
internal sealed class StateDispatch
{
    /// <summary>The state while the body runs, of C# and VB; F#'s dispatch falls through on it as well.</summary>
    public const int Running = -1;

    // Async iterators count theirs down from -4.
    private const int LowestState = -40;

    private const int NeverAState = 0x3fff_fff1;

    private readonly BodyCode code;
    private readonly int[] slotOf;
    private readonly ConstantMachine machine;
    private readonly int[] resumePoints; // by state from the lowest one, two more than the instruction; 0 is not asked yet
    private Dictionary<int, int>? otherResumePoints;
    private readonly int elsewhere;
    private readonly long longest;
    private long stepsLeft;

    public StateDispatch(TracedBody body, int stateSlot)
    {
        code = body.Code;
        slotOf = body.SlotOf;
        StateSlot = stateSlot;
        machine = body.Machine;
        resumePoints = body.Buffers.Zeros(code.Count);
        longest = 1_000 + 8L * code.Count;
        stepsLeft = 1_000_000 + 200L * code.Count;
        elsewhere = Follow(NeverAState);
    }

    public int StateSlot { get; }

    /// <summary>Where the body goes on in a state, or -1 when the dispatch knows nothing of it.</summary>
    public int ResumePoint(int state)
    {
        var number = state - LowestState;
        if (number < 0 || number >= code.Count)
            return OtherResumePoint(state);
        if (resumePoints[number] == 0)
            resumePoints[number] = Find(state) + 2;
        return resumePoints[number] - 2;
    }

    // Compilers number states from some small one upwards; other weavers need not.
    private int OtherResumePoint(int state)
    {
        otherResumePoints ??= [];
        if (!otherResumePoints.TryGetValue(state, out var resume))
            otherResumePoints[state] = resume = Find(state);
        return resume;
    }

    private int Find(int state) => state != Running && Follow(state) is var resume && resume != elsewhere ? resume : -1;

    /// <summary>The field that the body asks first where to go on: named so by the compilers, else the first integer read.</summary>
    public static int FindStateSlot(BodyCode code, SlotTable slots, int[] slotOf)
    {
        if (slots.NamedState != SlotTable.None)
            return slots.NamedState;

        for (var i = 0; i < code.Count; i++)
        {
            if (code.Op(i) == Code.Ldfld && slots.IsField(slotOf[i]) && code.Module.Fields.IsInt32(slots.HandleOf(slotOf[i])))
                return slotOf[i];
        }

        return SlotTable.None;
    }

    private int Follow(int state)
    {
        machine.Reset();
        machine.Assume(StateSlot, state);
        var (at, resume) = (0, -1);
        for (var steps = 0L; at < code.Count; steps++)
        {
            if (steps > longest)
                return resume; // behind the dispatch stands a loop of the author's that does not end
            if (stepsLeft-- < 0)
                throw new UnknownShapeException(code.Name, code.Offset(at), "the dispatch on the state does not end");
            switch (code.Flow(at))
            {
                case FlowControl.Cond_Branch:
                    if (machine.Decide(at) is var target && target == ConstantMachine.Undecided)
                        return resume;
                    at = resume = target;
                    continue;
                case FlowControl.Branch:
                    var isResume = at == resume;
                    at = code.Target(at);
                    resume = isResume ? at : resume;
                    continue;
                case FlowControl.Return or FlowControl.Throw:
                    return resume;
            }

            if (IsWork(at, resume >= 0))
                return resume;
            machine.Execute(at++);
        }

        return resume;
    }

    // Tools that count coverage put calls in front of the dispatch; behind it a call is the author's.
    private bool IsWork(int i, bool dispatched) => code.Op(i) switch
    {
        Code.Stfld => dispatched || slotOf[i] == StateSlot,
        Code.Call or Code.Callvirt or Code.Newobj or Code.Stsfld or Code.Calli => dispatched,
        _ => false,
    };
}
