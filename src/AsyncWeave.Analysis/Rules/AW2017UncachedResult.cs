using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A way through an <c>async Task&lt;T&gt;</c> on which nothing can suspend, and whose result needs a task of its own.</summary>
internal sealed class AW2017UncachedResult : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.UncachedResult;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        if (facts.Method.Kind != MethodKind.Async || facts.Report.AwaitCount == 0 || !facts.Report.ReturnType.StartsWith("System.Threading.Tasks.Task`1", StringComparison.Ordinal))
            return [];
        if (facts.Flow.Suspensions.Any(suspension => suspension.GetAwaiter is null) || facts.Report.Allocations is not { Synchronous.Bytes: > 0 } allocations
            || !ReturnsTask(facts))
            return [];
        if (SynchronousResult(facts.Body) is not { } stores || stores.TrueForAll(store => IsCached(facts.Body, store)))
            return [];

        var size = allocations.Synchronous.Bytes;
        return [new Finding(
            $"{facts.Method.Names.DisplayName}: a path completes without an await and allocates a task of {size} B each time; ValueTask<{facts.Module.Names.ResultOf(facts.Method.KickoffHandle)}> would save it where that path is common",
            stores.Count > 0 ? facts.Body.PlaceOf(stores[0]) : null, size)];
    }

    private static bool ReturnsTask(DescribedMethod facts) =>
        facts.Module.Signatures.OfMethod(facts.Module.Metadata.GetMethodDefinition(facts.Method.KickoffHandle).Signature).ReturnType is InstanceSignature task && TaskTypes.IsTask(task);

    // Stores of the result that are reached from the start without the result of any await; null where SetResult is not reached so.
    private static List<int>? SynchronousResult(BodyFacts body)
    {
        var seen = new bool[body.Code.Count];
        var ahead = new Stack<int>();
        ahead.Push(0);
        var setResult = -1;
        while (ahead.Count > 0)
        {
            var at = ahead.Pop();
            if (at >= body.Code.Count || seen[at] || body.NameOfCalled(at) == "GetResult")
                continue;
            seen[at] = true;
            if (body.NameOfCalled(at) == "SetResult")
                setResult = at;
            else
                CodePaths.Push(body, at, ahead);
        }

        if (setResult < 0 || body.Trace.Operand(setResult, 0) is not (>= 0 and var value) || body.Traced.SlotOf[value] is not (>= 0 and var slot))
            return null;
        List<int>? stores = null;
        foreach (var use in body.Traced.UsesOf(slot))
        {
            if (use.IsWrite && seen[use.Instruction])
                (stores ??= []).Add(use.Instruction);
        }

        return stores;
    }

    // AsyncTaskCache: bool, -1..8 of the small integers, and default of every other type that can be compared to it
    private static bool IsCached(BodyFacts body, int store)
    {
        var value = body.Trace.Operand(store, 0);
        if (value < 0)
            return false;
        return body.Code.Op(value) == Code.Ldnull || body.Code.Constant(value) is >= -1 and <= 8;
    }
}
