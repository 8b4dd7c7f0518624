using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Recognises handlers that note their exception and leave to a body behind the try.</summary>
/// <remarks>
/// <code>
/// catch (E e)  { pending = e; chosen = k; leave L }       L: switch (chosen) { case k: body; }   END:
/// catch (object e) { pending = e; leave L }               L: body; if (pending != null) throw; switch (branch) { … }
/// </code>
/// Fields in a state machine (<c>&lt;&gt;7__wrapN</c>, Debug: <c>&lt;&gt;s__N</c>) where the value lives across an await, else unnamed locals.
/// </remarks>
internal sealed class MovedHandlerFinder
{
    private const int LongestTest = 64;

    private readonly TracedBody body;
    private readonly ConstantMachine machine;
    private readonly List<Cut> cuts;
    private BodyExtent? extent;

    private MovedHandlerFinder(TracedBody body, List<Cut> cuts)
    {
        this.body = body;
        this.cuts = cuts;
        machine = body.Machine;
    }

    public static List<MovedHandler> Find(TracedBody body, List<Cut> cuts)
    {
        if (body.Code.Handlers.Length < 2 && body.Slots.Fields > 0)
            return []; // only the builder's own catch
        var finder = new MovedHandlerFinder(body, cuts);
        var moved = new List<MovedHandler>();
        foreach (var handler in body.Code.Handlers)
        {
            if (finder.Match(handler) is { } match)
                moved.Add(match);
        }

        return moved;
    }

    // Most handlers are where they were written, and nobody asks.
    private BodyExtent Extent => extent ??= new BodyExtent(body.Code, cuts, body.Buffers);

    private MovedHandler? Match(Handler handler)
    {
        if (handler.IsFinally || handler.End - 1 <= handler.Start)
            return null;
        if (body.Code.Op(handler.End - 1) is not (Code.Leave or Code.Leave_S))
            return null;
        var landing = body.Code.Target(handler.End - 1);
        return landing < handler.End ? null : MatchCatch(handler, landing) ?? MatchFinally(handler, landing);
    }

    // stfld chosen (k); leave L
    private MovedHandler? MatchCatch(Handler handler, int landing)
    {
        var store = LastStore(handler);
        if (store < 0 || !IsGenerated(store) || body.StoredConstant(store) is not { } chosen)
            return null;
        var slot = body.SlotOf[store];
        var (start, end) = (Follow(landing, slot, chosen), Follow(landing, slot, 0));
        if (start < 0 || end < 0 || start == end)
            return null;
        return new MovedHandler(handler, AwaitRegion.Catch, start, EndOfCase(landing, slot, start, end), [slot]);
    }

    // stloc e; ldarg.0; ldloc e; stfld pending; leave L        a local that does not live across an await: stloc pending; leave L
    private MovedHandler? MatchFinally(Handler handler, int landing)
    {
        if (handler.CatchType != "System.Object" || handler.End - handler.Start > 12)
            return null;
        var store = LastStore(handler);
        if (store < 0 || !IsCaught(store, handler))
            return null;
        var pending = body.SlotOf[store];
        var test = landing;
        while (test < body.Code.Count && !(body.SlotOf[test] == pending && IsLoad(test)))
            test++;
        if (test == body.Code.Count || !Extent.Reaches(landing, test)) // a body that never ends normally asks for nothing
            return new MovedHandler(handler, AwaitRegion.Finally, landing, Extent.End(landing, -1), [pending]);
        var start = body.Code.Op(test) == Code.Ldfld ? test - 1 : test;
        return new MovedHandler(handler, AwaitRegion.Finally, landing, start, PendingBranch(start, pending));
    }

    private int LastStore(Handler handler)
    {
        for (var i = handler.End - 2; i >= handler.Start; i--)
        {
            if (body.Code.Op(i) == Code.Nop)
                continue;
            return IsStore(i) ? i : -1;
        }

        return -1;
    }

    private bool IsCaught(int store, Handler handler)
    {
        if (store == handler.Start)
            return true;
        var producer = body.Trace.Operand(store, 0);
        return producer < 0 || (IsLoad(producer) && body.SlotOf[producer] == body.SlotOf[handler.Start]);
    }

    // Optimised code lets one slot serve a named variable here and the compiler there, so that a name alone says nothing.
    private bool IsGenerated(int store) =>
        !body.Slots.IsField(body.SlotOf[store])
        || body.Slots.IsGenerated(body.SlotOf[store])
        || body.Places.Covering(store) is { IsHidden: true }
        || body.Slots.NamesAreGone;

    /// <summary>Where the test behind the try goes when the slot has a value; -1 when it is no test on it.</summary>
    private int Follow(int at, int slot, int value)
    {
        machine.Reset();
        machine.Assume(slot, value);
        var reached = -1;
        for (var steps = 0; steps < LongestTest && at < body.Code.Count; steps++)
        {
            switch (body.Code.Flow(at))
            {
                case FlowControl.Cond_Branch:
                    at = machine.Decide(at);
                    if (at == ConstantMachine.Undecided)
                        return reached;
                    reached = at;
                    continue;
                case FlowControl.Branch when reached >= 0 && body.Code.Op(at) is Code.Br or Code.Br_S:
                    reached = at = body.Code.Target(at);
                    continue;
                case FlowControl.Next:
                    if (IsStore(at) && body.Slots.IsField(body.SlotOf[at]))
                        return reached;
                    machine.Execute(at++);
                    continue;
                default:
                    return reached;
            }
        }

        return reached;
    }

    // Bodies stand one behind the other in layout order; the last one ends where the test goes when nothing was caught. Optimised
    // code may send that test on to where the statements around the try go on, with bodies of those in between.
    private int EndOfCase(int landing, int slot, int start, int end)
    {
        var next = end > start ? end : int.MaxValue;
        foreach (var use in body.UsesOf(slot))
        {
            if (!use.IsWrite || use.Instruction > landing)
                continue;
            if (body.StoredConstant(use.Instruction) is { } chosen && Follow(landing, slot, chosen) is var other && other > start)
                next = Math.Min(next, other);
        }

        return Math.Min(next, Extent.End(start, end));
    }

    // ldfld pending; stloc e; ldloc e; brfalse …; … ldfld branch; stloc b; ldloc b; ldc k; beq …
    private List<int> PendingBranch(int test, int pending)
    {
        var slots = new List<int> { pending };
        machine.Reset();
        machine.Assume(pending, 0);
        var at = test;
        for (var steps = 0; steps < LongestTest && at < body.Code.Count; steps++)
        {
            if (body.Code.Flow(at) == FlowControl.Cond_Branch)
            {
                at = machine.Decide(at);
                if (at == ConstantMachine.Undecided)
                    return slots;
                continue;
            }

            if (body.Code.Flow(at) != FlowControl.Next)
                return slots;
            if (IsLoad(at) && body.SlotOf[at] >= 0 && body.SlotOf[at] != pending && HasConstants(body.SlotOf[at]))
            {
                slots.Add(body.SlotOf[at]);
                return slots;
            }

            machine.Execute(at++);
        }

        return slots;
    }

    private bool HasConstants(int slot)
    {
        foreach (var use in body.UsesOf(slot))
        {
            if (use.IsWrite && body.StoredConstant(use.Instruction) is not null)
                return true;
        }

        return false;
    }

    private bool IsLoad(int i) => body.Code.Op(i) == Code.Ldfld || body.Code.IsLocalLoad(i);

    private bool IsStore(int i) => body.SlotOf[i] >= 0 && (body.Code.Op(i) == Code.Stfld || body.Code.IsLocalStore(i));
}
