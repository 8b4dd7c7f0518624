using AsyncWeave.Analysis.Reading;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Finds where a state machine's body leaves and comes back.</summary>
internal sealed class CutFinder
{
    // Between the store of the state and the builder's call stand a handful of instructions; a dynamic await tests its awaiter there.
    private const int Furthest = 256;

    private readonly BodyCode code;
    private readonly OperandTrace trace;
    private readonly int[] slotOf;
    private readonly StateDispatch dispatch;
    private readonly ConstantMachine machine;
    private readonly HashSet<int> reachedSites = [];

    private CutFinder(BodyCode code, OperandTrace trace, int[] slotOf, StateDispatch dispatch)
    {
        this.code = code;
        this.trace = trace;
        this.slotOf = slotOf;
        this.dispatch = dispatch;
        machine = new ConstantMachine(code, slotOf);
    }

    public static List<Cut> Find(BodyCode code, OperandTrace trace, int[] slotOf, StateDispatch dispatch, MethodSymbols symbols)
    {
        var finder = new CutFinder(code, trace, slotOf, dispatch);
        var cuts = finder.FromStateStores();
        cuts.AddRange(finder.FromSteps(symbols));
        return cuts;
    }

    private List<Cut> FromStateStores()
    {
        var cuts = new List<Cut>();
        for (var i = 0; i < code.Count; i++)
        {
            // The running state is no place to come back to, though unoptimized dispatches have a case for it.
            if (StoredState(i) is not { } state || state == StateDispatch.Running || dispatch.ResumePoint(state) is not (>= 0 and var resume))
                continue;
            var site = SiteAfter(i);
            cuts.Add(new Cut(LastBeforeBranch(i), resume, site));
        }

        return cuts;
    }

    /// <summary>Awaits whose state the dispatch does not decide: the symbols know where they resume.</summary>
    private IEnumerable<Cut> FromSteps(MethodSymbols symbols)
    {
        for (var i = 0; i < code.Count; i++)
        {
            if (!BuilderCalls.HandsOver(code, i) || reachedSites.Contains(i))
                continue;
            var step = symbols.AsyncSteps.Where(step => step.YieldOffset <= code[i].Offset).OrderByDescending(step => step.YieldOffset).FirstOrDefault();
            var resume = code.AtOffset(step.ResumeOffset);
            if (step == default || resume < 0)
                throw new UnknownShapeException(code.Method, code[i].Offset, "no state leads back to this await");
            yield return new Cut(i, resume, i);
        }
    }

    // The awaiter's own store stands behind that of the state, and is a write like others.
    private int LastBeforeBranch(int store)
    {
        var last = store;
        while (last + 1 < code.Count && code[last + 1].OpCode.FlowControl is FlowControl.Next or FlowControl.Call or FlowControl.Meta)
            last++;
        return last;
    }

    private int? StoredState(int i)
    {
        if (slotOf[i] != dispatch.StateSlot || code[i].OpCode.Code != Code.Stfld)
            return null;
        var producer = trace.Operand(i, 0);
        return producer < 0 ? null : ConstantMachine.Constant(code[producer]);
    }

    private int SiteAfter(int store)
    {
        machine.Reset();
        var ahead = new Stack<int>();
        var seen = new HashSet<int>();
        var found = -1;
        ahead.Push(store + 1);
        while (ahead.Count > 0)
        {
            var at = ahead.Pop();
            while (at >= 0 && at < code.Count && seen.Count < Furthest && seen.Add(at))
            {
                if (BuilderCalls.HandsOver(code, at))
                {
                    reachedSites.Add(at);
                    found = found < 0 ? at : Math.Min(found, at);
                    break;
                }

                at = Next(at, ahead);
            }
        }

        return found;
    }

    private int Next(int at, Stack<int> ahead)
    {
        if (StoredState(at) is { } state && state != StateDispatch.Running && dispatch.ResumePoint(state) >= 0)
            return -1;
        switch (code[at].OpCode.FlowControl)
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
