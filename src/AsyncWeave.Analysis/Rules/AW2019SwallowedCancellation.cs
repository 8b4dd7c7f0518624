using AsyncWeave.Analysis.Flow;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary><c>catch (Exception)</c> around an await that takes a cancellation for a failure.</summary>
internal sealed class AW2019SwallowedCancellation : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.SwallowedCancellation;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        if (facts.Flow.Suspensions.Count == 0)
            return [];
        List<Finding>? found = null;
        var body = facts.Body;
        foreach (var handler in body.Code.Handlers)
        {
            if (!handler.CatchesAll || !IsAuthors(body, handler) || FirstProtected(facts, handler) is not { } awaited || LetsCancellationPass(body, handler))
                continue;
            (found ??= []).Add(new Finding(
                $"{facts.Method.Names.DisplayName}: the catch-all around the await of {facts.OperationOf(awaited.Await)} takes OperationCanceledException for a failure; add catch (OperationCanceledException) {{ throw; }} before it, or when (e is not OperationCanceledException)",
                body.PlaceOf(handler.Start)));
        }

        return found ?? [];
    }

    private static Suspension? FirstProtected(DescribedMethod facts, Handler handler)
    {
        foreach (var suspension in facts.Flow.Suspensions)
        {
            if (handler.Protects(suspension.Site.Index))
                return suspension;
        }

        return null;
    }

    // The outermost catch of MoveNext hands the exception to the builder; the catch that a finally is lowered to throws again later.
    private static bool IsAuthors(BodyFacts body, Handler handler) =>
        !body.HandsToBuilder(handler)
        && (!body.Traced.Places.Known || body.Traced.Places.AnyVisible(handler.Start, handler.End) || !ThrowsAgain(body));

    private static bool LetsCancellationPass(BodyFacts body, Handler handler)
    {
        foreach (var other in body.Code.Handlers)
        {
            // catch (OperationCanceledException) of the same try
            if (other != handler && other.TryStart == handler.TryStart && other.TryEnd == handler.TryEnd && other.CatchType is { } type && type.IndexOf("Cancel", StringComparison.Ordinal) >= 0)
                return true;
        }

        for (var i = handler.Start; i < handler.End; i++)
        {
            if (body.Code.Op(i) is Code.Rethrow or Code.Throw || Asks(body, i))
                return true;
        }

        return IsMoved(body, handler) && ThrowsAgain(body);
    }

    private static bool Asks(BodyFacts body, int at) =>
        body.NameOfCalled(at) is "get_IsCancellationRequested" or "Throw" or "SetException" or "TrySetException"
        || (body.Code.Op(at) is Code.Isinst or Code.Castclass && body.TypeOf(at)?.SimpleName is "OperationCanceledException" or "TaskCanceledException");

    // stloc e; ldarg.0; ldloc e; stfld <>7__wrap; leave           a catch with an await in it is moved behind the try
    private static bool IsMoved(BodyFacts body, Handler handler) => handler.End - handler.Start <= 12;

    private static bool ThrowsAgain(BodyFacts body)
    {
        for (var i = 0; i < body.Code.Count; i++)
        {
            if (body.NameOfCalled(i) == "Throw" && body.Called(i) is { DeclaringType.SimpleName: "ExceptionDispatchInfo" })
                return true;
        }

        return false;
    }
}
