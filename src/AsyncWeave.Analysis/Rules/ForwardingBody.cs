using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Recognises a body that is one <c>await F(...)</c> and nothing else.</summary>
internal static class ForwardingBody
{
    public static bool Is(DescribedMethod facts)
    {
        if (facts.Flow.Suspensions.Count != 1 || facts.Flow.Suspensions[0] is not { GetAwaiter: { } getAwaiter, OperationCall: not null })
            return false;
        return facts.Tails is not null && IsOneStatement(facts.Body, facts.Body.Code.AtOffset(getAwaiter.Offset));
    }

    // Between the dispatch and GetAwaiter nothing but the operation's arguments: no other result is stored or dropped.
    private static bool IsOneStatement(BodyFacts body, int getAwaiter)
    {
        var statements = new HashSet<(int, int)>();
        for (var i = 0; i <= getAwaiter; i++)
        {
            if (body.Traced.Places.Covering(i) is { IsHidden: false } point && !(point.Line == point.EndLine && point.EndColumn == point.Column + 1))
                statements.Add((point.Line, point.Column));
        }

        return body.Traced.Places.Known ? statements.Count == 1 : !HasEffectBefore(body, getAwaiter);
    }

    private static bool HasEffectBefore(BodyFacts body, int getAwaiter)
    {
        for (var i = 0; i < getAwaiter; i++)
        {
            var popsResult = body.Code.Op(i) == Mono.Cecil.Cil.Code.Pop;
            if (popsResult || (body.Called(i) is { } called && called.ReturnType is NamedSignature { Type.Primitive: PrimitiveTypeCode.Void }))
                return true;
        }

        return false;
    }
}
