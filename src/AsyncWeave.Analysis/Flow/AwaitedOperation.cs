namespace AsyncWeave.Analysis.Flow;

/// <summary>Finds the call whose result is awaited, behind what only wraps it.</summary>
internal sealed class AwaitedOperation(TracedBody body, Origins origins)
{
    private const int Longest = 16;

    /// <summary>Index of the call, or -1 where the awaited value comes from no call.</summary>
    public int Find(int awaitable)
    {
        for (var step = 0; step < Longest; step++)
        {
            var call = origins.CallThatMade(awaitable);
            if (call < 0 || body.Code.CalleeOf(call) is not { Name: not ("" or ".ctor") } method)
                return -1;
            if (!OnlyWraps(method))
                return call;
            awaitable = body.Trace.Argument(call, 0);
        }

        return -1;
    }

    // SemaphoreSlim.WaitAsync is an operation of its own; Task.WaitAsync only adds a deadline to one.
    private bool OnlyWraps(Callee method) => method.Name switch
    {
        "ConfigureAwait" or "AsTask" => true,
        "WaitAsync" => body.Code.Module.Types.SimpleName(method.DeclaringType) is "Task" or "Task`1",
        _ => false,
    };
}
