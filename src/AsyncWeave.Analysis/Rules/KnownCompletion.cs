using Mono.Cecil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Which tasks of a body are known to be complete where they are blocked on.</summary>
internal sealed class KnownCompletion
{
    private readonly BodyFacts body;
    private readonly Dictionary<string, int> firstProof = new(StringComparer.Ordinal);

    public KnownCompletion(BodyFacts body)
    {
        this.body = body;
        for (var i = 0; i < body.Code.Count; i++)
        {
            if (body.Called(i) is { } method)
                Note(i, method);
        }
    }

    public bool Of(BlockingCall blocking) => blocking.Task >= 0 && (MadeComplete(blocking.Task) || IsProved(blocking.Task, blocking.Call));

    private bool IsProved(int producer, int at) =>
        TaskKey.Of(body, producer) is { } key && firstProof.TryGetValue(key, out var proof) && proof < at;

    // Awaited, asked for its completion, waited for, or put into a WhenAll: from there on the task is complete, or guarded.
    private void Note(int at, MethodReference method)
    {
        switch (method.Name)
        {
            case "GetAwaiter" when body.Suspends && !FeedsBlocking(at):
            case "get_IsCompleted" or "get_IsCompletedSuccessfully" or "get_IsFaulted" or "get_IsCanceled" or "get_Status":
            case "Wait" when TaskTypes.IsTask(method.DeclaringType):
                Prove(body.Trace.Argument(at, 0), at);
                break;
            case "Await" when method.DeclaringType.Name == "AsyncHelpers":
                Prove(body.Trace.Argument(at, 0), at);
                break;
            case "WhenAll" or "WaitAll" when TaskTypes.IsTask(method.DeclaringType):
                Prove(body.Trace.Argument(at, 0), at);
                ProveElements(body.Trace.Argument(at, 0), at);
                break;
        }
    }

    private void Prove(int producer, int at)
    {
        if (producer >= 0 && TaskKey.Of(body, producer) is { } key && !firstProof.ContainsKey(key))
            firstProof[key] = at;
    }

    // dup; ldc i; ldloc task; stelem        the array that WhenAll takes is filled element by element
    private void ProveElements(int array, int at)
    {
        if (array < 0)
            return;
        for (var i = 0; i < at; i++)
        {
            if (body.Code[i].OpCode.Code is Mono.Cecil.Cil.Code.Stelem_Ref or Mono.Cecil.Cil.Code.Stelem_Any && SameArray(body.Trace.Operand(i, 2), array))
                Prove(body.Trace.Operand(i, 0), at);
        }

        // ReadOnlySpan<Task> overloads: the elements are stored through an inline array's references just before the call.
        for (var i = Math.Max(0, at - 40); i < at; i++)
        {
            if (body.Code[i].OpCode.Code is Mono.Cecil.Cil.Code.Stind_Ref && body.Trace.Operand(i, 0) is >= 0 and var stored)
                Prove(stored, at);
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
            "Await" => method.DeclaringType.Name == "AsyncHelpers",
            _ => false,
        };
    }
}
