using AsyncWeave.Analysis.Reading;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Finds where a state machine's body leaves and comes back.</summary>
internal sealed class CutFinder
{
    // Between the store of the state and the builder's call stand a handful of instructions; a dynamic await tests its awaiter there.
    private const int Furthest = 256;

    private readonly TracedBody body;
    private readonly BodyCode code;
    private readonly StateDispatch dispatch;
    private readonly ConstantMachine machine;
    private readonly Stack<int> ahead = new();
    private readonly int[] reachedSites;
    private readonly int[] seenIn;
    private int search;

    private CutFinder(TracedBody body, StateDispatch dispatch)
    {
        this.body = body;
        this.dispatch = dispatch;
        code = body.Code;
        // Not the body's: while this one runs, the dispatch may run on that.
        machine = new ConstantMachine(code, body.SlotOf, body.Slots.Count, body.Buffers);
        reachedSites = body.Buffers.Zeros(code.Count);
        seenIn = body.Buffers.Zeros(code.Count);
    }

    public static List<Cut> Find(TracedBody body, StateDispatch dispatch, MethodSymbols symbols)
    {
        var finder = new CutFinder(body, dispatch);
        var cuts = new List<Cut>();
        finder.FromStateStores(cuts);
        finder.FromSteps(symbols, cuts);
        return cuts;
    }

    private void FromStateStores(List<Cut> cuts)
    {
        foreach (var use in body.UsesOf(dispatch.StateSlot))
        {
            // The running state is no place to come back to, though unoptimized dispatches have a case for it.
            if (StoredState(use.Instruction) is not { } state || state == StateDispatch.Running || dispatch.ResumePoint(state) is not (>= 0 and var resume))
                continue;
            var site = SiteAfter(use.Instruction);
            cuts.Add(new Cut(LastBeforeBranch(use.Instruction), resume, site));
        }
    }

    /// <summary>Awaits whose state the dispatch does not decide: the symbols know where they resume.</summary>
    private void FromSteps(MethodSymbols symbols, List<Cut> cuts)
    {
        foreach (var i in code.Calls)
        {
            if (reachedSites[i] > 0 || !BuilderCalls.HandsOver(code, i))
                continue;
            var step = LastStepUpTo(symbols, code.Offset(i));
            var resume = code.AtOffset(step.ResumeOffset);
            if (step == default || resume < 0)
                throw new UnknownShapeException(code.Name, code.Offset(i), "no state leads back to this await");
            cuts.Add(new Cut(i, resume, i));
        }
    }

    private static AsyncStep LastStepUpTo(MethodSymbols symbols, int offset) =>
        symbols.AsyncSteps.Where(step => step.YieldOffset <= offset).OrderByDescending(step => step.YieldOffset).FirstOrDefault();

    // The awaiter's own store stands behind that of the state, and is a write like others.
    private int LastBeforeBranch(int store)
    {
        var last = store;
        while (last + 1 < code.Count && code.Flow(last + 1) is FlowControl.Next or FlowControl.Call or FlowControl.Meta)
            last++;
        return last;
    }

    private int? StoredState(int i) =>
        body.SlotOf[i] == dispatch.StateSlot && code.Op(i) == Code.Stfld ? body.StoredConstant(i) : null;

    private int SiteAfter(int store)
    {
        machine.Reset();
        search++;
        var seen = 0;
        var found = -1;
        ahead.Push(store + 1);
        while (ahead.Count > 0)
        {
            var at = ahead.Pop();
            while (at >= 0 && at < code.Count && seen < Furthest && seenIn[at] != search)
            {
                seenIn[at] = search;
                seen++;
                if (BuilderCalls.HandsOver(code, at))
                {
                    reachedSites[at] = 1;
                    found = found < 0 ? at : Math.Min(found, at);
                    break;
                }

                at = Next(at);
            }
        }

        return found;
    }

    private int Next(int at)
    {
        if (StoredState(at) is { } state && state != StateDispatch.Running && dispatch.ResumePoint(state) >= 0)
            return -1;
        switch (code.Flow(at))
        {
            case FlowControl.Return or FlowControl.Throw:
                return -1;
            case FlowControl.Branch:
                return code.Target(at);
            case FlowControl.Cond_Branch:
                var target = machine.Decide(at);
                if (target != ConstantMachine.Undecided)
                    return target;
                machine.Reset();
                if (code.Op(at) != Code.Switch)
                    ahead.Push(code.Target(at));
                return at + 1;
            default:
                machine.Execute(at);
                return at + 1;
        }
    }
}
