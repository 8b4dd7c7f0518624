using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An await that comes back to the captured context. Libraries want to hear of it; applications on ASP.NET Core have no context.</summary>
internal sealed class AW2009CapturesContext : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.CapturesContext;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        foreach (var await in facts.Report.Awaits)
        {
            // An explicit ConfigureAwait(true) is meant; await foreach and await using have another spelling for it.
            if (await.CapturesContext != true || await.Syntax != AwaitSyntax.Await || !IsPlain(await.Awaiter))
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {facts.OperationOf(await)} is awaited without ConfigureAwait(false): where there is a SynchronizationContext or TaskScheduler, the rest is posted to it",
                facts.PlaceOf(await));
        }
    }

    private static bool IsPlain(string? awaiter) => awaiter is
        "System.Runtime.CompilerServices.TaskAwaiter" or "System.Runtime.CompilerServices.TaskAwaiter`1"
        or "System.Runtime.CompilerServices.ValueTaskAwaiter" or "System.Runtime.CompilerServices.ValueTaskAwaiter`1";
}
