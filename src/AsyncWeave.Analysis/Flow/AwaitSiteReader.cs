using Mono.Cecil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Reads awaiter and awaited value off the instructions around a builder's call.</summary>
internal sealed class AwaitSiteReader(TracedBody body, Origins origins)
{
    // callvirt GetAwaiter; stloc a; ldloca a; call get_IsCompleted; brtrue; state; store of the awaiter
    private const int FurthestAwaiterStore = 64;

    public AwaitSite Read(Cut cut)
    {
        var awaiter = NameOfAwaiter(body.Code, cut.Site);
        var getAwaiter = GetAwaiter(cut);
        var awaitable = getAwaiter < 0 ? -1 : body.Trace.Argument(getAwaiter, 0);
        return new AwaitSite(cut.Leave, cut.Resume, cut.Site, awaiter, getAwaiter, awaitable);
    }

    /// <summary>Null for what stands in for an awaiter that only the run time knows.</summary>
    public static string? NameOfAwaiter(BodyCode code, int site)
    {
        // A type parameter has its name from the caller, which Cecil knows.
        var name = code.Module.Types.FirstArgumentOf(code.CalleeOf(site))?.FullName
            ?? (code.Operand(site) as GenericInstanceMethod)?.GenericArguments[0].GetElementType().FullName;
        return name is "System.Object"
            or "System.Runtime.CompilerServices.INotifyCompletion"
            or "System.Runtime.CompilerServices.ICriticalNotifyCompletion"
                ? null
                : name;
    }

    private int GetAwaiter(Cut cut)
    {
        var address = body.Trace.Argument(cut.Site, 1);
        if (address < 0 || body.SlotOf[address] < 0)
            return -1;
        var store = origins.StoreBefore(body.SlotOf[address], cut.Leave, FurthestAwaiterStore);
        if (store < 0)
            return -1;
        var call = origins.CallThatMade(body.Trace.Operand(store, 0));
        return call >= 0 && body.Code.CalleeOf(call).Name == "GetAwaiter" ? call : -1;
    }
}
