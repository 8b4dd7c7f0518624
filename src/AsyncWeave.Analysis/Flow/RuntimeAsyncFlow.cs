using Mono.Cecil;

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
        var lives = Locals(body, new LivesAcross(drawn, suspensions, body.Buffers));
        lives.AddRange(OperandLives.Of(body, suspensions));
        return new MethodFlow(suspensions.List, [], lives) { Evidence = new FlowEvidence(body, drawn.Blocks, origins, cuts) };
    }

    private static List<LocalLife> Locals(TracedBody body, LivesAcross across)
    {
        var lives = new List<LocalLife>();
        var method = body.Code.Method;
        for (var slot = body.Slots.FirstArgument; slot < body.Slots.Count; slot++)
            Add(slot, Argument(method, slot - body.Slots.FirstArgument));
        for (var local = 0; local < body.Slots.Locals; local++)
            Add(body.Slots.OfLocal(local), (body.Places.NameOf(local), method.Body.Variables[local].VariableType));
        return lives;

        void Add(int slot, (string? Name, TypeReference Type) value)
        {
            if (across.Of(body.UsesOf(slot)) is { Count: > 0 } live)
                lives.Add(new LocalLife(value.Name, value.Type, live));
        }
    }

    private static (string? Name, TypeReference Type) Argument(MethodDefinition method, int index)
    {
        if (method.HasThis && index == 0)
            return ("this", method.DeclaringType.IsValueType ? new ByReferenceType(method.DeclaringType) : method.DeclaringType);
        var parameter = method.Parameters[index - (method.HasThis ? 1 : 0)];
        return (parameter.Name, parameter.ParameterType);
    }
}
