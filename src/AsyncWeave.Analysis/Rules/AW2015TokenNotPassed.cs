using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A token is at hand, and the method awaits something that would take it.</summary>
internal sealed class AW2015TokenNotPassed(OpenedModule module) : IMethodRule
{
    private readonly TokenAtHand tokens = new(module);
    private readonly TokenOverloads overloads = new();

    public DiagnosticDescriptor Descriptor => DiagnosticTable.TokenNotPassed;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        if (tokens.In(facts.Method) is not { } token)
            yield break;

        foreach (var suspension in facts.Flow.Suspensions)
        {
            if (suspension.OperationCall is not { Operand: MethodReference called } call || suspension.Await.Syntax != AwaitSyntax.Await)
                continue;
            // What a catch or finally awaits is to be done after a cancellation as well.
            if (suspension.Await.Region is AwaitRegion.Catch or AwaitRegion.Finally || Omission(facts.Body, call, called) is not { } how)
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {token} is at hand and {facts.OperationOf(suspension.Await)} {how}: without it the await goes on after cancellation; pass {token}",
                facts.PlaceOf(suspension.Await));
        }
    }

    private string? Omission(BodyFacts body, Flow.Instruction call, MethodReference called)
    {
        var at = call.Index;
        for (var i = 0; i < called.Parameters.Count; i++)
        {
            if (TaskTypes.IsCancellationToken(called.Parameters[i].ParameterType))
                return IsLeftToDefault(body, at, called.Parameters.Count - 1 - i) ? "has an optional CancellationToken that is left out" : null;
        }

        return CarriesToken(body, at, called) || !overloads.Has(called) ? null : "has an overload that takes a CancellationToken";
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
        return body.Code[cleared] is { OpCode.Code: Code.Initobj, Operand: TypeReference type } && TaskTypes.IsCancellationToken(type)
            && body.Trace.Operand(cleared, 0) is >= 0 and var address && body.Traced.SlotOf[address] == slot;
    }

    // An argument that was made from the token: a context, a request with its Token, a linked source's.
    private static bool CarriesToken(BodyFacts body, int call, MethodReference called)
    {
        for (var i = 0; i < called.Parameters.Count; i++)
        {
            var made = body.Trace.Operand(call, i) is >= 0 and var producer ? body.Origins.CallThatMade(producer) : -1;
            if (made < 0 || body.Code[made].Operand is not MethodReference maker)
                continue;
            foreach (var parameter in maker.Parameters)
            {
                if (TaskTypes.IsCancellationToken(parameter.ParameterType))
                    return true;
            }
        }

        return false;
    }
}
