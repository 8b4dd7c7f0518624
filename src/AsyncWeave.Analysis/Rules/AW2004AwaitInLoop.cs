using AsyncWeave.Analysis.Flow;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An await that can run again within one call. A fact with its price: retries, paging and ordered writes mean it.</summary>
internal sealed class AW2004AwaitInLoop : IMethodRule
{
    /// <summary>What a message says where nothing speaks against running the passes together.</summary>
    public const string Independent = "where the passes are independent, start them together and await Task.WhenAll once";

    public DiagnosticDescriptor Descriptor => DiagnosticTable.AwaitInLoop;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        List<Finding>? found = null;
        foreach (var suspension in facts.Flow.Suspensions)
        {
            // The step of an await foreach is the loop itself.
            if (!suspension.Await.InLoop || suspension.Await.Syntax == AwaitSyntax.AwaitForeach)
                continue;
            (found ??= []).Add(new Finding(
                $"{facts.Method.Names.DisplayName}: {facts.OperationOf(suspension.Await)} is awaited in a loop; {Price.OfEachPass(facts.Report.Allocations)}; {Advice(facts, suspension)}",
                facts.PlaceOf(suspension.Await)));
        }

        return found ?? [];
    }

    private static string Advice(DescribedMethod facts, Suspension suspension)
    {
        if (suspension.Await.Region is AwaitRegion.Try or AwaitRegion.Catch && CatchesInLoop(facts))
            return "a catch stands in the loop: this looks like a retry, and then it is right";
        if (LoopDependence.FeedsItself(facts, suspension))
            return "the next pass needs this result, so the passes cannot run together";
        return Independent;
    }

    private static bool CatchesInLoop(DescribedMethod facts)
    {
        var handlers = facts.Body.Code.Handlers;
        return handlers.Any(handler => handler.CatchType is not null && handler.TryStart > 0 && handlers.Any(outer => outer != handler && outer.Protects(handler.TryStart)));
    }
}
