using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A thread is held until a task is complete.</summary>
internal sealed class AW2007BlockingOnTask(FunctionUses uses) : IBodyRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.BlockingOnTask;

    public Interest Interest => Interest.Blocks;

    public IEnumerable<Finding> Check(BodyFacts body)
    {
        KnownCompletion? known = null;
        for (var i = 0; i < body.Code.Count; i++)
        {
            if (!BlockingCall.TryMatch(body, i, out var blocking))
                continue;
            known ??= new KnownCompletion(body);
            if (known.Of(blocking) || IsContinuationsAntecedent(body, blocking))
                continue;
            var (severity, advice) = Judge(body);
            yield return new Finding(
                $"{BodyIdentity.DisplayName(body)}: {blocking.Name} holds the thread until {Subject(body, blocking)} is complete; {advice}",
                body.PlaceOf(i), 0, severity);
        }
    }

    private static string Subject(BodyFacts body, BlockingCall blocking)
    {
        var call = blocking.Task < 0 ? -1 : body.Origins.CallThatMade(blocking.Task);
        return call >= 0 && body.Called(call) is { } made && made.Name != "ConfigureAwait" && made.Name != "AsTask"
            ? "the task of " + ShortName.OfType(made.DeclaringType.FullName) + "." + made.Name
            : "its task";
    }

    private static (Severity, string) Judge(BodyFacts body)
    {
        if (body.Suspends)
            return (Severity.Warning, "await it: the method is async");
        if (body.Declared.Name is "Dispose" or "System.IDisposable.Dispose" or "Finalize")
            return (Severity.Message, "Dispose cannot await: offer IAsyncDisposable beside it");
        if (body.Declared == body.Module.Cecil.EntryPoint)
            return (Severity.Message, "an entry point has no context to deadlock with, but it may be async");
        return (Severity.Suggestion, "make the method async, or give the caller the task; a captured context would deadlock here");
    }

    // task.ContinueWith(t => t.Result): the antecedent is complete when the continuation runs
    private bool IsContinuationsAntecedent(BodyFacts body, BlockingCall blocking) =>
        blocking.Task >= 0
        && body.Code[blocking.Task].OpCode.Code is >= Mono.Cecil.Cil.Code.Ldarg_0 and <= Mono.Cecil.Cil.Code.Ldarg_3 or Mono.Cecil.Cil.Code.Ldarg_S or Mono.Cecil.Cil.Code.Ldarg
        && CompilerName.TryParse(body.Declared.Name) is not null
        && uses.Of(body.Declared).Any(use => use.Consumer?.Name is "ContinueWith" or "ContinueWhenAll" or "ContinueWhenAny");
}
