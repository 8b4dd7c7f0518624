using AsyncWeave.Model;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The method was given a token, and awaits something that would take it.</summary>
internal sealed class AW2015TokenNotPassed : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.TokenNotPassed;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        var token = facts.Method.Kickoff.Parameters.FirstOrDefault(parameter => TaskTypes.IsCancellationToken(parameter.ParameterType));
        if (token is null)
            yield break;

        foreach (var suspension in facts.Flow.Suspensions)
        {
            if (suspension.OperationCall is not { Operand: MethodReference called } call || suspension.Await.Syntax != AwaitSyntax.Await)
                continue;
            if (Omission(facts.Body, call, called) is not { } how)
                continue;
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {token.Name} is at hand and {facts.OperationOf(suspension.Await)} {how}: without it the await goes on after cancellation; pass {token.Name}",
                facts.PlaceOf(suspension.Await));
        }
    }

    private static string? Omission(BodyFacts body, Instruction call, MethodReference called)
    {
        var takesToken = called.Parameters.Any(parameter => TaskTypes.IsCancellationToken(parameter.ParameterType));
        if (takesToken)
            return IsLeftToDefault(body, body.Code.AtOffset(call.Offset)) ? "has an optional CancellationToken that is left out" : null;
        return HasOverloadWithToken(called) ? "has an overload that takes a CancellationToken" : null;
    }

    // ldloca t; initobj CancellationToken; ldloc t; call            CancellationToken.None is a call, and said on purpose
    private static bool IsLeftToDefault(BodyFacts body, int call)
    {
        var argument = body.Trace.Operand(call, 0);
        if (argument < 1 || body.Traced.SlotOf[argument] is not (>= 0 and var slot))
            return false;
        var cleared = argument - 1;
        while (cleared > 0 && body.Code[cleared].OpCode.Code == Code.Nop)
            cleared--;
        return body.Code[cleared] is { OpCode.Code: Code.Initobj, Operand: TypeReference type } && TaskTypes.IsCancellationToken(type)
            && body.Trace.Operand(cleared, 0) is >= 0 and var address && body.Traced.SlotOf[address] == slot;
    }

    private static bool HasOverloadWithToken(MethodReference called)
    {
        try
        {
            return called.Resolve() is { } definition && definition.DeclaringType.Methods.Any(other => Extends(definition, other));
        }
        catch (AssemblyResolutionException)
        {
            return false; // an assembly that is not at hand
        }
    }

    // The same parameters and a token behind them.
    private static bool Extends(MethodDefinition called, MethodDefinition other)
    {
        if (other.Name != called.Name || other.Parameters.Count != called.Parameters.Count + 1 || other.IsStatic != called.IsStatic
            || other.GenericParameters.Count != called.GenericParameters.Count || Access(other) < Access(called))
            return false;
        if (!TaskTypes.IsCancellationToken(other.Parameters[called.Parameters.Count].ParameterType) || IsObsolete(other))
            return false;
        for (var i = 0; i < called.Parameters.Count; i++)
        {
            if (called.Parameters[i].ParameterType.FullName != other.Parameters[i].ParameterType.FullName)
                return false;
        }

        return true;
    }

    // Who may call the one may call the other.
    private static MethodAttributes Access(MethodDefinition method) => method.Attributes & MethodAttributes.MemberAccessMask;

    private static bool IsObsolete(MethodDefinition method) =>
        method.HasCustomAttributes && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ObsoleteAttribute");
}
