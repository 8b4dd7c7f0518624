using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The flow of a body that a state machine resumes.</summary>
internal static class StateMachineFlow
{
    // An async iterator starts in state -3, others in the running state.
    private static readonly int[] InitialStates = [-3, 0];

    public static MethodFlow Trace(TracedBody body, MethodSymbols symbols)
    {
        var stateSlot = StateDispatch.FindStateSlot(body.Code, body.Slots, body.SlotOf);
        if (stateSlot == SlotTable.None)
            return WithoutAwaits(body);

        var dispatch = new StateDispatch(body, stateSlot);
        var cuts = CutFinder.Find(body, dispatch, symbols);
        var state = StateSlots.Of(body, stateSlot);
        var drawn = SourceGraph.Draw(body, cuts, state, Entries(dispatch, cuts));
        var origins = new Origins(body, drawn.Blocks, new ReachingStores(drawn.Graph, drawn.Blocks, body.Buffers));
        var suspensions = Suspensions.Describe(body, drawn, origins, Sites(body, origins, cuts));
        return new MethodFlow(suspensions.List, FieldLives.Of(body, drawn, suspensions, stateSlot), []) { Evidence = new FlowEvidence(body, drawn.Blocks, origins, cuts) };
    }

    public static MethodFlow WithoutAwaits(TracedBody body)
    {
        foreach (var i in body.Code.Calls)
        {
            if (BuilderCalls.HandsOver(body.Code, i))
                throw new UnknownShapeException(body.Code.Name, body.Code.Offset(i), "an await without a state to come back to");
        }

        return new MethodFlow([], FieldLives.Of(body, null, Suspensions.None, SlotTable.None), []);
    }

    // Several stores of one state are one await.
    private static List<AwaitSite> Sites(TracedBody body, Origins origins, List<Cut> cuts)
    {
        var reader = new AwaitSiteReader(body, origins);
        var isResumed = body.Buffers.Zeros(body.Code.Count);
        var sites = new List<AwaitSite>(cuts.Count);
        foreach (var cut in cuts)
        {
            if (cut.IsAwait && isResumed[cut.Resume]++ == 0)
                sites.Add(reader.Read(cut));
        }

        return sites;
    }

    // The first instruction is an entry in any case.
    private static List<int> Entries(StateDispatch dispatch, List<Cut> cuts)
    {
        var entries = new List<int> { 0 };
        foreach (var initial in InitialStates)
        {
            if (dispatch.ResumePoint(initial) is >= 0 and var entry && !cuts.Exists(cut => cut.Resume == entry))
                entries.Add(entry);
        }

        return entries;
    }
}
