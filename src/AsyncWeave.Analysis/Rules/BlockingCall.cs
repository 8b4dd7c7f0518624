using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A call that holds its thread until a task is complete.</summary>
/// <param name="Task">Producer of the task, or of the array of tasks.</param>
internal readonly record struct BlockingCall(int Call, string Name, int Task)
{
    public static bool TryMatch(BodyFacts body, int at, out BlockingCall blocking)
    {
        blocking = default;
        if (body.Called(at) is not { } method)
            return false;
        var type = method.DeclaringType;
        switch (method.Name)
        {
            case "get_Result" when TaskTypes.IsTaskLike(type):
                blocking = new BlockingCall(at, "Result", body.Trace.Argument(at, 0));
                return true;
            case "Wait" when TaskTypes.IsTask(type):
                blocking = new BlockingCall(at, "Wait", body.Trace.Argument(at, 0));
                return true;
            case "WaitAll" or "WaitAny" when TaskTypes.IsTask(type):
                blocking = new BlockingCall(at, "Task." + method.Name, body.Trace.Argument(at, 0));
                return true;
            case "GetResult" when TaskTypes.IsAwaiter(type):
                return TryMatchGetResult(body, at, out blocking);
            default:
                return false;
        }
    }

    // The author's:      call GetAwaiter; stloc a; ldloca a; call GetResult           in one straight run
    // The compiler's:    call GetAwaiter; stloc a; ldloca a; call get_IsCompleted; brtrue DONE; ... DONE: ldloca a; call GetResult
    private static bool TryMatchGetResult(BodyFacts body, int at, out BlockingCall blocking)
    {
        blocking = default;
        var awaiter = body.Trace.Argument(at, 0);
        if (awaiter < 0)
            return false;
        if (IsKept(body, awaiter))
        {
            blocking = new BlockingCall(at, "GetResult()", awaiter);
            return !EndsAwait(body.DeclaredName);
        }

        if (body.Traced.SlotOf[awaiter] is not (>= 0 and var slot))
            return false;
        var store = NearestStore(body, slot, at);
        if (store < 0 || body.Trace.Operand(store, 0) is not (>= 0 and var made) || body.Called(made) is not { Name: "GetAwaiter" })
            return false;
        if (body.Suspends && !IsStraight(body, store, at))
            return false;
        blocking = new BlockingCall(at, "GetAwaiter().GetResult()", body.Trace.Argument(made, 0));
        return true;
    }

    // ldarg.0; ldflda awaiter; call GetResult      ldarga a; call GetResult        the awaits of a state machine use its own fields and locals
    private static bool IsKept(BodyFacts body, int awaiter) => body.Traced.SlotOf[awaiter] is >= 0 and var slot
        ? slot >= body.Traced.Slots.FirstArgument && NearestStore(body, slot, body.Code.Count) < 0
        : body.Code.Op(awaiter) is Code.Ldflda or Code.Ldsflda;

    // The method of an awaiter that wraps another: who awaits has made sure that it is complete.
    private static bool EndsAwait(string method) => method == "GetResult" || method.EndsWith(".GetResult", StringComparison.Ordinal);

    private static int NearestStore(BodyFacts body, int slot, int reader)
    {
        var nearest = -1;
        foreach (var use in body.Traced.UsesOf(slot))
        {
            if (use.IsWrite && use.Instruction < reader)
                nearest = use.Instruction;
        }

        return nearest;
    }

    private static bool IsStraight(BodyFacts body, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (body.Code.Flow(i) is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return || body.NameOfCalled(i) == "get_IsCompleted")
                return false;
        }

        return body.Blocks.Of(from) == body.Blocks.Of(to);
    }
}
