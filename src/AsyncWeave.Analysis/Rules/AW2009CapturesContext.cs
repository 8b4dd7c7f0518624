using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An await that comes back to the captured context. Libraries want to hear of it; applications on ASP.NET Core have no context.</summary>
internal sealed class AW2009CapturesContext(CodeContext context) : IMethodRule
{
    private readonly Dictionary<NamedType, bool> configurable = [];

    public DiagnosticDescriptor Descriptor => DiagnosticTable.CapturesContext;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        List<Finding>? found = null;
        foreach (var suspension in facts.Flow.Suspensions)
        {
            // An explicit ConfigureAwait(true) is meant; await foreach and await using have another spelling for it.
            var await = suspension.Await;
            if (await.CapturesContext != true || await.Syntax != AwaitSyntax.Await || !IsPlain(await.Awaiter) || IsComplete(await.Operation) || !CanBeConfigured(facts, suspension))
                continue;
            (found ??= []).Add(new Finding(
                $"{facts.Method.Names.DisplayName}: {facts.OperationOf(await)} is awaited without ConfigureAwait(false): {Consequence()}",
                facts.PlaceOf(await)));
        }

        return found ?? [];
    }

    private string Consequence() => context switch
    {
        CodeContext.Library => "where the caller has a SynchronizationContext or TaskScheduler, the rest is posted to it",
        CodeContext.UserInterface => "the rest is posted to the thread of the user interface, which is right only where it touches it",
        CodeContext.Web => "ASP.NET Core has no SynchronizationContext, so that this matters only where a TaskScheduler is set",
        _ => "the rest is posted to a SynchronizationContext or TaskScheduler, if this program installs one",
    };

    private static bool IsPlain(string? awaiter) => awaiter is
        "System.Runtime.CompilerServices.TaskAwaiter" or "System.Runtime.CompilerServices.TaskAwaiter`1"
        or "System.Runtime.CompilerServices.ValueTaskAwaiter" or "System.Runtime.CompilerServices.ValueTaskAwaiter`1";

    // Nothing suspends, so nothing is captured.
    private static bool IsComplete(string? operation) =>
        operation is not null
        && (operation.StartsWith("System.Threading.Tasks.Task.get_CompletedTask", StringComparison.Ordinal) || operation.StartsWith("System.Threading.Tasks.Task.FromResult(", StringComparison.Ordinal)
            || operation.StartsWith("System.Threading.Tasks.ValueTask.get_CompletedTask", StringComparison.Ordinal) || operation.StartsWith("System.Threading.Tasks.ValueTask.FromResult(", StringComparison.Ordinal));

    // An awaitable of the author's own may give a task's awaiter and have no ConfigureAwait.
    private bool CanBeConfigured(DescribedMethod facts, Suspension suspension)
    {
        if (suspension.GetAwaiter is not { } getAwaiter || facts.Body.Called(getAwaiter.Index) is not { DeclaringType: { } awaitable } || TaskTypes.IsTaskLike(awaitable))
            return true;
        if (awaitable.Definition is not { } definition)
            return false;
        if (!configurable.TryGetValue(definition, out var can))
            configurable[definition] = can = facts.Module.References.DefinitionOf(definition) is { } type && type.MethodsNamed("ConfigureAwait").Any();
        return can;
    }
}
