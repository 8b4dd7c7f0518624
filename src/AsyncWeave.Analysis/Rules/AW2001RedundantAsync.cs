using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A method whose awaits are its last acts, so that it could return the task instead.</summary>
internal sealed class AW2001RedundantAsync : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.RedundantAsync;

    // A lambda that forwards is AW2005; under runtime-async a forwarding await costs less than a task that is passed on.
    public IEnumerable<Finding> Check(DescribedMethod facts) =>
        facts.Method.Form == MethodForm.Lambda || facts.Tails is not { } tails || SetsAmbientState(facts.Body) ? [] : [Find(facts, tails.Count)];

    private static Finding Find(DescribedMethod facts, int tails)
    {
        var first = facts.Flow.Suspensions[0].Await;
        var subject = tails == 1 ? "the only await is the last act" : $"each of its {tails} awaits is the last act on its way";
        return new Finding(
            $"{facts.Method.Names.DisplayName}: {subject}; return the task of {facts.OperationOf(first)} without async and await: {Price.OfStateMachine(facts)}",
            facts.PlaceOf(first),
            facts.SuspensionBytes ?? 0);
    }

    // What is written to an AsyncLocal in an async method is undone when it returns; without async it would flow to the caller.
    private static bool SetsAmbientState(BodyFacts body)
    {
        foreach (var call in body.Calls.Of(Interest.SetsAmbient))
        {
            if (body.Called(call)?.DeclaringName == "System.Threading.AsyncLocal`1")
                return true;
        }

        return false;
    }
}
