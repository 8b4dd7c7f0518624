using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A token is at hand, and the method awaits something that would take it.</summary>
internal sealed class AW2015TokenNotPassed : IMethodRule
{
    private readonly TokenAtHand tokens;
    private readonly TokenOverloads overloads;

    public AW2015TokenNotPassed(OpenedModule module)
    {
        tokens = new TokenAtHand(module, new TokenSignatures(module.Metadata));
        overloads = new TokenOverloads(module);
    }

    public DiagnosticDescriptor Descriptor => DiagnosticTable.TokenNotPassed;

    public IEnumerable<Finding> Check(DescribedMethod facts) =>
        facts.Flow.Suspensions.Count > 0 && tokens.In(facts.Method) is { } token ? Find(facts, token) : [];

    private IEnumerable<Finding> Find(DescribedMethod facts, string token)
    {
        foreach (var suspension in facts.Flow.Suspensions)
        {
            if (suspension.OperationCall is not { } call || facts.Body.CalledOrMade(call.Index) is not { } called || suspension.Await.Syntax != AwaitSyntax.Await)
                continue;
            // What a catch or finally awaits is to be done after a cancellation as well.
            if (suspension.Await.Region is AwaitRegion.Catch or AwaitRegion.Finally || Omission(facts.Body, call.Index, called) is not { } how)
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {token} is at hand and {facts.OperationOf(suspension.Await)} {how}: without it the await goes on after cancellation; pass {token}",
                facts.PlaceOf(suspension.Await));
        }
    }

    private string? Omission(BodyFacts body, int at, NamedMethod called)
    {
        for (var i = 0; i < called.Parameters.Length; i++)
        {
            if (TaskTypes.IsCancellationToken(called.Parameters[i]))
                return IsLeftToDefault(body, at, called.Parameters.Length - 1 - i) ? "has an optional CancellationToken that is left out" : null;
        }

        return CarriesToken(body, at, called) || !overloads.Has(body.Code.RawOperand(at)) ? null : "has an overload that takes a CancellationToken";
    }

    // ldloca t; initobj CancellationToken; ldloc t; call            CancellationToken.None is a call, and said on purpose
    private static bool IsLeftToDefault(BodyFacts body, int call, int depth)
    {
        var argument = body.Trace.Operand(call, depth);
        if (argument < 1 || body.Traced.SlotOf[argument] is not (>= 0 and var slot))
            return false;
        var cleared = argument - 1;
        while (cleared > 0 && body.Code.Op(cleared) == Code.Nop)
            cleared--;
        return body.Code.Op(cleared) == Code.Initobj && TaskTypes.IsCancellationToken(body.TypeOf(cleared))
            && body.Trace.Operand(cleared, 0) is >= 0 and var address && body.Traced.SlotOf[address] == slot;
    }

    // An argument that was made from the token: a context, a request with its Token, a linked source's.
    private static bool CarriesToken(BodyFacts body, int call, NamedMethod called)
    {
        for (var i = 0; i < called.Parameters.Length; i++)
        {
            var made = body.Trace.Operand(call, i) is >= 0 and var producer ? body.Origins.CallThatMade(producer) : -1;
            if (made < 0 || body.CalledOrMade(made) is not { } maker)
                continue;
            foreach (var parameter in maker.Parameters)
            {
                if (TaskTypes.IsCancellationToken(parameter))
                    return true;
            }
        }

        return false;
    }
}
