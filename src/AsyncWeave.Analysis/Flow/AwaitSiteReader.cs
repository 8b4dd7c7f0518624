using AsyncWeave.Analysis.Reading.Signatures;

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
        var name = code.Module.Types.FirstArgumentOf(code.CalleeOf(site))?.FullName ?? NameOfParameter(code, site);
        return name is "System.Object"
            or "System.Runtime.CompilerServices.INotifyCompletion"
            or "System.Runtime.CompilerServices.ICriticalNotifyCompletion"
                ? null
                : name;
    }

    // A type parameter has its name from the caller.
    private static string? NameOfParameter(BodyCode code, int site)
    {
        if (code.Module.Members.MethodOf(code.RawOperand(site)) is not { TypeArguments: [ParameterSignature parameter, ..] })
            return null;
        var caller = code.Module.Declared(code.Handle);
        return new GenericNames(caller.Module.Metadata, caller.DeclaringType.Handle, caller.Handle).Of(parameter);
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
