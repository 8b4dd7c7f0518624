using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary><c>async x =&gt; await F(x)</c>, where <c>x =&gt; F(x)</c> would do.</summary>
internal sealed class AW2005ForwardingLambda : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.ForwardingLambda;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        if (facts.Method.Form != MethodForm.Lambda || !ForwardingBody.Is(facts))
            return [];

        var only = facts.Flow.Suspensions[0].Await;
        return [new Finding(
            $"{facts.Method.Names.DisplayName}: the async lambda only forwards to {facts.OperationOf(only)}; pass a lambda that returns its task: {Price.OfStateMachine(facts)}, for each call",
            facts.PlaceOf(only),
            facts.SuspensionBytes ?? 0)];
    }
}
