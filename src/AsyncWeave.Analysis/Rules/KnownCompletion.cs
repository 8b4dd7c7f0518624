using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Which tasks of a body are known to be complete where they are blocked on.</summary>
internal sealed class KnownCompletion
{
    private readonly BodyFacts body;
    private readonly Dictionary<string, Barriers> proofs = new(StringComparer.Ordinal);

    public KnownCompletion(BodyFacts body)
    {
        this.body = body;
        for (var i = 0; i < body.Code.Count; i++)
        {
            if (body.Called(i) is { } method)
                Note(i, method);
            else
                NoteComparison(i);
        }
    }

    public bool Of(BlockingCall blocking) => blocking.Task >= 0 && (MadeComplete(blocking.Task) || IsProved(blocking.Task, blocking.Call));

    /// <summary>Whether the task, or what holds it, is awaited or asked for anywhere before a call.</summary>
    public bool IsMentionedBefore(int producer, int call) =>
        TaskKey.Of(body, producer) is { } key && proofs.TryGetValue(key, out var barriers) && barriers.AnyBefore(call);

    // Every way to the call goes over a proof.
    private bool IsProved(int producer, int at) =>
        TaskKey.Of(body, producer) is { } key && proofs.TryGetValue(key, out var barriers) && !barriers.CanBeAvoided(body, at);

    // Awaited, asked for its completion, waited for, or put into a WhenAll: from there on the task is complete, or guarded.
    private void Note(int at, NamedMethod method)
    {
        switch (method.Name)
        {
            case "GetAwaiter" when body.Suspends && !FeedsBlocking(at):
            case "get_IsCompleted" or "get_IsCompletedSuccessfully" or "IsCompleted" or "IsCompletedSuccessfully": // the latter are what frameworks without the property write themselves
                Prove(body.Trace.Argument(at, 0), at, CompletedSide(at));
                break;
            case "get_IsFaulted" or "get_IsCanceled" or "get_Status": // who asks how it ended knows that it has
            case "Wait" when TaskTypes.IsTask(method.DeclaringType):
                Prove(body.Trace.Argument(at, 0), at, OnReturn(at, method.Parameters.Length > 0));
                break;
            case "Await" when method.DeclaringType?.SimpleName == "AsyncHelpers":
                Prove(body.Trace.Argument(at, 0), at);
                break;
            case "WhenAll" or "WaitAll" when TaskTypes.IsTask(method.DeclaringType):
                var returned = OnReturn(at, method.Name == "WaitAll" && method.Parameters.Length > 1);
                Prove(body.Trace.Argument(at, 0), at, returned);
                ProveElements(body.Trace.Argument(at, 0), at, returned);
                break;
        }
    }

    // A token may end a wait by an exception while the task goes on: only the way on from the call is proof then.
    private static (int, int)? OnReturn(int call, bool canBeCanceled) => canBeCanceled ? (call, call + 1) : null;

    private void Prove(int producer, int at, (int From, int To)? side = null)
    {
        if (producer < 0 || TaskKey.Of(body, producer) is not { } key)
            return;
        if (!proofs.TryGetValue(key, out var barriers))
            proofs[key] = barriers = new Barriers();
        if (side is { } edge)
            barriers.Edges.Add(edge);
        else
            barriers.Instructions.Add(at);
    }

    // call get_IsCompleted; (ldc.i4.0; ceq;) brtrue COMPLETE | brfalse PENDING      Debug: stloc b; ldloc b between. Null where the answer goes elsewhere.
    private (int, int)? CompletedSide(int question)
    {
        var at = body.Next(question);
        var negated = At(at) == Mono.Cecil.Cil.Code.Ldc_I4_0 && At(body.Next(at)) == Mono.Cecil.Cil.Code.Ceq;
        if (negated)
            at = body.Next(body.Next(at));
        if (At(at) is not null && body.Traced.SlotOf[at] is >= 0 and var slot && body.Code.Pushes(at) == 0 && At(body.Next(at)) is not null && body.Traced.SlotOf[body.Next(at)] == slot)
            at = body.Next(body.Next(at));
        return At(at) switch
        {
            Mono.Cecil.Cil.Code.Brtrue or Mono.Cecil.Cil.Code.Brtrue_S => (at, negated ? at + 1 : body.Code.Target(at)),
            Mono.Cecil.Cil.Code.Brfalse or Mono.Cecil.Cil.Code.Brfalse_S => (at, negated ? body.Code.Target(at) : at + 1),
            _ => null,
        };
    }

    private Mono.Cecil.Cil.Code? At(int instruction) => instruction < body.Code.Count ? body.Code.Op(instruction) : null;

    // if (await Task.WhenAny(task, other) == task)      on one side the one is complete, on the other side the other
    private void NoteComparison(int at)
    {
        if (body.Code.Op(at) is not (Mono.Cecil.Cil.Code.Ceq or Mono.Cecil.Cil.Code.Beq or Mono.Cecil.Cil.Code.Beq_S or Mono.Cecil.Cil.Code.Bne_Un or Mono.Cecil.Cil.Code.Bne_Un_S))
            return;
        var (left, right) = (body.Trace.Operand(at, 1), body.Trace.Operand(at, 0));
        if (left < 0 || right < 0 || IsAwaited(left) == IsAwaited(right))
            return;
        var (winner, asked) = IsAwaited(left) ? (left, right) : (right, left);
        var (same, other) = SidesOfComparison(at);
        Prove(asked, at, same);
        if (other is not null && OtherOfTwo(winner, asked) is >= 0 and var loser)
            Prove(loser, at, other);
    }

    private ((int, int)? Same, (int, int)? Other) SidesOfComparison(int at) => body.Code.Op(at) switch
    {
        Mono.Cecil.Cil.Code.Beq or Mono.Cecil.Cil.Code.Beq_S => ((at, body.Code.Target(at)), (at, at + 1)),
        Mono.Cecil.Cil.Code.Bne_Un or Mono.Cecil.Cil.Code.Bne_Un_S => ((at, at + 1), (at, body.Code.Target(at))),
        _ when CompletedSide(at) is (var branch, var to) => ((branch, to), (branch, to == branch + 1 ? body.Code.Target(branch) : branch + 1)),
        _ => (null, null),
    };

    // call WhenAny(Task, Task), or an array of two
    private int OtherOfTwo(int winner, int asked)
    {
        for (var race = body.Origins.CallThatMade(winner) - 1; race >= 0; race--)
        {
            if (body.Called(race) is not { Name: "WhenAny" } method || !TaskTypes.IsTask(method.DeclaringType))
                continue;
            var (first, second) = method.Parameters.Length == 2 ? (body.Trace.Argument(race, 0), body.Trace.Argument(race, 1)) : TwoElements(body.Trace.Argument(race, 0), race);
            if (first < 0 || second < 0 || TaskKey.Of(body, asked) is not { } key)
                return -1;
            return TaskKey.Of(body, first) == key ? second : TaskKey.Of(body, second) == key ? first : -1;
        }

        return -1;
    }

    private (int, int) TwoElements(int array, int race)
    {
        var stored = new List<int>();
        for (var i = 0; array >= 0 && i < race; i++)
        {
            if (body.Code.Op(i) is Mono.Cecil.Cil.Code.Stelem_Ref or Mono.Cecil.Cil.Code.Stelem_Any && SameArray(body.Trace.Operand(i, 2), array))
                stored.Add(body.Trace.Operand(i, 0));
        }

        return stored.Count == 2 ? (stored[0], stored[1]) : (-1, -1);
    }

    private bool IsAwaited(int producer) =>
        body.Suspends && body.Origins.CallThatMade(producer) is >= 0 and var call && body.Called(call) is { Name: "GetResult" or "Await" } result && TaskTypes.IsTask(result.Result());

    // dup; ldc i; ldloc task; stelem        the array that WhenAll takes is filled element by element
    private void ProveElements(int array, int at, (int From, int To)? side)
    {
        if (array < 0)
            return;
        for (var i = 0; i < at; i++)
        {
            if (body.Code.Op(i) is Mono.Cecil.Cil.Code.Stelem_Ref or Mono.Cecil.Cil.Code.Stelem_Any && SameArray(body.Trace.Operand(i, 2), array))
                Prove(body.Trace.Operand(i, 0), at, side);
        }

        // ReadOnlySpan<Task> overloads: the elements are stored through an inline array's references just before the call.
        for (var i = Math.Max(0, at - 40); i < at; i++)
        {
            if (body.Code.Op(i) is Mono.Cecil.Cil.Code.Stind_Ref && body.Trace.Operand(i, 0) is >= 0 and var stored)
                Prove(stored, at, side);
        }
    }

    private bool SameArray(int candidate, int array) =>
        candidate == array || (candidate >= 0 && TaskKey.Of(body, candidate) is { } key && key == TaskKey.Of(body, array));

    private bool FeedsBlocking(int getAwaiter)
    {
        for (var i = getAwaiter + 1; i < body.Code.Count && i < getAwaiter + 6; i++)
        {
            if (body.Called(i) is { } next)
                return next.Name == "GetResult";
        }

        return false;
    }

    // Task.FromResult(..), Task.CompletedTask; what an awaited WhenAny gives; the parameter of a continuation is asked elsewhere
    private bool MadeComplete(int producer)
    {
        var call = body.Origins.CallThatMade(producer);
        if (call < 0 || body.Called(call) is not { } method)
            return false;
        return method.Name switch
        {
            "FromResult" or "FromException" or "FromCanceled" or "get_CompletedTask" => true,
            "GetResult" => true, // a task that was itself the result of an await: Task.WhenAny
            "Await" => method.DeclaringType?.SimpleName == "AsyncHelpers",
            _ => false,
        };
    }
}
