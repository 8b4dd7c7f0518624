using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The flow of a body that a state machine resumes.</summary>
internal static class StateMachineFlow
{
    public static MethodFlow Trace(TracedBody body, MethodSymbols symbols)
    {
        var stateSlot = StateDispatch.FindStateSlot(body.Code, body.Slots, body.SlotOf);
        if (stateSlot == SlotTable.None)
            return WithoutAwaits(body);

        var dispatch = new StateDispatch(body.Code, body.SlotOf, stateSlot);
        var cuts = CutFinder.Find(body.Code, body.Trace, body.SlotOf, dispatch, symbols);
        var state = StateSlots.Of(body, stateSlot);
        var drawn = SourceGraph.Draw(body, cuts, state, Entries(dispatch, cuts));
        var origins = new Origins(body, drawn.Blocks, new ReachingStores(drawn.Graph, drawn.Blocks));
        var reader = new AwaitSiteReader(body, origins);
        var sites = cuts.Where(cut => cut.IsAwait).GroupBy(cut => cut.Resume).Select(group => reader.Read(group.First())).ToList();
        var suspensions = Suspensions.Describe(body, drawn, origins, sites);
        return new MethodFlow(suspensions.List, FieldLives.Of(body, drawn, suspensions, stateSlot), []) { Evidence = new FlowEvidence(body, drawn.Blocks, origins, cuts) };
    }

    public static MethodFlow WithoutAwaits(TracedBody body)
    {
        for (var i = 0; i < body.Code.Count; i++)
        {
            if (BuilderCalls.HandsOver(body.Code, i))
                throw new UnknownShapeException(body.Code.Method, body.Code.Offset(i), "an await without a state to come back to");
        }

        return new MethodFlow([], FieldLives.Of(body, null, Suspensions.None, SlotTable.None), []);
    }

    // An async iterator starts in state -3, others in the running state; the first instruction is an entry in any case.
    private static IEnumerable<int> Entries(StateDispatch dispatch, List<Cut> cuts)
    {
        yield return 0;
        foreach (var initial in new[] { -3, 0 })
        {
            if (dispatch.ResumePoint(initial) is >= 0 and var entry && cuts.All(cut => cut.Resume != entry))
                yield return entry;
        }
    }
}
