using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An await that comes back to the captured context. Libraries want to hear of it; applications on ASP.NET Core have no context.</summary>
internal sealed class AW2009CapturesContext : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.CapturesContext;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        foreach (var suspension in facts.Flow.Suspensions)
        {
            var await = suspension.Await;
            if (await.CapturesContext != true || await.Awaiter?.EndsWith("/YieldAwaiter", StringComparison.Ordinal) == true)
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {facts.OperationOf(await)} is awaited without ConfigureAwait(false): where there is a SynchronizationContext or TaskScheduler, the rest is posted to it{HowTo(await.Syntax)}",
                facts.PlaceOf(await));
        }
    }

    private static string HowTo(AwaitSyntax syntax) => syntax switch
    {
        AwaitSyntax.AwaitForeach => "; write await foreach (... in source.ConfigureAwait(false))",
        AwaitSyntax.AwaitUsing => "; write await using (resource.ConfigureAwait(false))",
        _ => "",
    };
}
