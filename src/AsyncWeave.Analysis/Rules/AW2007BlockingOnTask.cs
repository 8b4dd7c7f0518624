using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A thread is held until a task is complete.</summary>
internal sealed class AW2007BlockingOnTask(FunctionUses uses) : IBodyRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.BlockingOnTask;

    public Interest Interest => Interest.Blocks;

    // Where every GetResult ends an await, and nothing else could block, there is nothing to look at.
    public IEnumerable<Finding> Check(BodyFacts body) =>
        !body.Calls.Mention(Interest.Blocks) || (body.Suspends && !MayBlock(body)) ? [] : Find(body);

    private IEnumerable<Finding> Find(BodyFacts body)
    {
        KnownCompletion? known = null;
        foreach (var i in body.Calls.Of(Interest.Blocks))
        {
            if (!BlockingCall.TryMatch(body, i, out var blocking))
                continue;
            known ??= new KnownCompletion(body);
            if (known.Of(blocking) || IsHandedCompleted(body, blocking))
                continue;
            var (severity, advice) = Judge(body);
            yield return new Finding(
                $"{BodyIdentity.DisplayName(body)}: {blocking.Name} holds the thread until {Subject(body, blocking)} is complete; {advice}",
                body.PlaceOf(i), 0, severity);
        }
    }

    private static bool MayBlock(BodyFacts body) =>
        !body.IsStateMachine || body.Calls.MentionAlone(Interest.Blocks, without: Interest.GetResult) || body.Calls.Count(Interest.GetResult) != body.Awaits;

    private static string Subject(BodyFacts body, BlockingCall blocking)
    {
        var call = blocking.Task < 0 ? -1 : body.Origins.CallThatMade(blocking.Task);
        return call >= 0 && body.Called(call) is { } made && made.Name != "ConfigureAwait" && made.Name != "AsTask"
            ? "the task of " + ShortName.OfType(made.DeclaringName) + "." + made.Name
            : "its task";
    }

    private static (Severity, string) Judge(BodyFacts body)
    {
        if (body.Suspends)
            return (Severity.Warning, "await it: the method is async");
        if (body.DeclaredName is "Dispose" or "System.IDisposable.Dispose" or "Finalize")
            return (Severity.Message, "Dispose cannot await: offer IAsyncDisposable beside it");
        if (body.Declared == body.Module.EntryPoint)
            return (Severity.Message, "an entry point has no context to deadlock with, but it may be async");
        return (Severity.Suggestion, "make the method async, or give the caller the task; a captured context would deadlock here");
    }

    // task.ContinueWith(t => t.Result), await Task.WhenAll(tasks); tasks.Select(t => t.Result): complete when the lambda runs
    private bool IsHandedCompleted(BodyFacts body, BlockingCall blocking)
    {
        if (blocking.Task < 0 || !IsParameter(body, blocking.Task))
            return false;
        foreach (var use in uses.Of(body.Declared))
        {
            if (IsContinuation(use.Consumer) || IsOverCompleted(body, use))
                return true;
        }

        return false;
    }

    private bool IsOverCompleted(BodyFacts body, DelegateUse use)
    {
        if (use.Consumer is not { DeclaringName: "System.Linq.Enumerable" })
            return false;
        var machine = body.Module.NameOf(use.User) == "MoveNext" ? body.Module.Metadata.GetMethodDefinition(use.User).GetDeclaringType() : default;
        var user = BodyFacts.Of(body.Module, body.Interests, use.User, use.User, machine, suspends: !machine.IsNil);
        var source = user.Trace.Argument(use.Call, 0);
        return source >= 0
            && (new KnownCompletion(user).IsMentionedBefore(source, use.Call)
                || (IsParameter(user, source) && uses.Of(use.User).Any(outer => IsContinuation(outer.Consumer))));
    }

    private static bool IsParameter(BodyFacts body, int producer) =>
        body.Code.Op(producer) is >= Code.Ldarg_0 and <= Code.Ldarg_3 or Code.Ldarg_S or Code.Ldarg
        && CompilerName.TryParse(body.DeclaredName) is not null;

    private static bool IsContinuation(NamedMethod? taker) => taker?.Name is "ContinueWith" or "ContinueWhenAll" or "ContinueWhenAny";
}
