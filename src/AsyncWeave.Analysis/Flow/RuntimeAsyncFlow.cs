namespace AsyncWeave.Analysis.Flow;

/// <summary>The flow of a body that the runtime suspends: ordinary code with calls to <c>AsyncHelpers</c> in it.</summary>
internal static class RuntimeAsyncFlow
{
    public static MethodFlow Trace(TracedBody body)
    {
        var cuts = new List<Cut>();
        foreach (var i in body.Code.Calls)
        {
            if (RuntimeAsyncCalls.Suspends(body.Code, i) && i + 1 < body.Code.Count)
                cuts.Add(new Cut(i, i + 1, i));
        }

        var drawn = SourceGraph.Draw(body, cuts, [], [0]);
        var origins = new Origins(body, drawn.Blocks, new ReachingStores(drawn.Graph, drawn.Blocks, body.Buffers));
        var reader = new RuntimeAsyncCalls(body, origins);
        var sites = cuts.Where(cut => !RuntimeAsyncCalls.IsSecondOfDynamic(body.Code, cut.Site)).Select(reader.Read).ToList();
        var suspensions = Suspensions.Describe(body, drawn, origins, sites);
        var types = new BodyTypes(body.Code);
        var lives = Locals(body, new LivesAcross(drawn, suspensions, body.Buffers), types);
        lives.AddRange(OperandLives.Of(body, suspensions, types));
        return new MethodFlow(suspensions.List, [], lives) { Evidence = new FlowEvidence(body, drawn.Blocks, origins, cuts) };
    }

    private static List<LocalLife> Locals(TracedBody body, LivesAcross across, BodyTypes types)
    {
        var lives = new List<LocalLife>();
        for (var slot = body.Slots.FirstArgument; slot < body.Slots.Count; slot++)
        {
            var argument = slot - body.Slots.FirstArgument;
            if (across.Of(body.UsesOf(slot)) is { Count: > 0 } live)
                lives.Add(new LocalLife(types.NameOfArgument(argument), types.Argument(argument), live));
        }

        for (var local = 0; local < body.Slots.Locals; local++)
        {
            if (across.Of(body.UsesOf(body.Slots.OfLocal(local))) is { Count: > 0 } live)
                lives.Add(new LocalLife(body.Places.NameOf(local), types.Local(local), live));
        }

        return lives;
    }
}
