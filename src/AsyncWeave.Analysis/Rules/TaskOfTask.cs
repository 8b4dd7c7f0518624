using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Rules;

/// <summary>What becomes of the <c>Task&lt;Task&gt;</c> that a call gives.</summary>
internal static class TaskOfTask
{
    /// <summary>Whether the inner task is waited for as well: <c>call.Unwrap()</c>, <c>await await call</c>.</summary>
    public static bool IsUnwrapped(BodyFacts body, int call)
    {
        for (var i = call + 1; i < body.Code.Count; i++)
        {
            if (body.Called(i) is { } method && Unwraps(body, i, method, call))
                return true;
        }

        return false;
    }

    private static bool Unwraps(BodyFacts body, int at, NamedMethod method, int call) => method.Name switch
    {
        "Unwrap" => Made(body, body.Trace.Argument(at, 0)) == call,
        "GetAwaiter" or "Await" => IsResultOf(body, Made(body, body.Trace.Argument(at, 0)), call),
        _ => false,
    };

    // call GetAwaiter (of the outer); …; call GetResult; call GetAwaiter (of the inner)       runtime-async: call Await; call Await
    private static bool IsResultOf(BodyFacts body, int result, int call)
    {
        if (result < 0 || body.Called(result) is not { } method || !TaskTypes.IsTask(method.Result()))
            return false;
        if (method.Name == "Await")
            return Made(body, body.Trace.Argument(result, 0)) == call;
        if (method.Name != "GetResult")
            return false;
        for (var i = result - 1; i > call; i--)
        {
            if (body.NameOfCalled(i) == "GetAwaiter")
                return Made(body, body.Trace.Argument(i, 0)) == call;
        }

        return false;
    }

    private static int Made(BodyFacts body, int producer)
    {
        var made = body.Origins.CallThatMade(producer);
        while (made >= 0 && body.NameOfCalled(made) == "ConfigureAwait")
            made = body.Origins.CallThatMade(body.Trace.Argument(made, 0));
        return made;
    }
}
