namespace AsyncWeave.Analysis.Flow;

/// <summary>Tells whether an await returns to the captured context.</summary>
internal sealed class ContextCapture(TracedBody body, Origins origins)
{
    private const int Longest = 8;

    // ConfigureAwaitOptions.ContinueOnCapturedContext
    private const int ContinueOnCapturedContext = 1;

    /// <param name="awaiter">Null for <c>dynamic</c>.</param>
    /// <param name="awaitable">Producer of the awaited value.</param>
    public bool? Of(string? awaiter, int awaitable)
    {
        if (awaiter is null)
            return null;
        if (KnownAwaitables.Captures(awaiter))
            return true;
        return KnownAwaitables.IsConfigured(awaiter) ? Flag(awaitable) : null;
    }

    private bool? Flag(int producer)
    {
        for (var step = 0; step < Longest; step++)
        {
            var call = origins.CallThatMade(producer);
            if (call < 0 || body.Code.CalleeOf(call) is not { Name.Length: > 0 } method)
                return null;
            switch (method.Name)
            {
                case "ConfigureAwait":
                    return FlagOf(call);
                case "WithCancellation" when !method.HasThis:
                    return true; // ConfiguredCancelableAsyncEnumerable made from a plain IAsyncEnumerable returns to the context
                case "MoveNextAsync" or "DisposeAsync" or "GetAsyncEnumerator" or "WithCancellation":
                    producer = body.Trace.Argument(call, 0);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private bool? FlagOf(int call)
    {
        var last = body.Code.Pops(call) - 1;
        if (origins.ConstantArgument(call, last) is not { } flag)
            return null;
        return body.Code.Module.Members.MethodOf(body.Code.RawOperand(call)) is { Parameters: [.., { SimpleName: "ConfigureAwaitOptions" }] }
            ? (flag & ContinueOnCapturedContext) != 0
            : flag != 0;
    }
}
