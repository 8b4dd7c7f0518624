using Mono.Cecil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Which called methods have an overload with the same parameters and a <c>CancellationToken</c> among them; asked once for each reference.</summary>
internal sealed class TokenOverloads
{
    private readonly Dictionary<(MetadataToken, ModuleDefinition), bool> known = [];

    public bool Has(MethodReference called)
    {
        var declared = called is GenericInstanceMethod instance ? instance.ElementMethod : called;
        if (!known.TryGetValue((declared.MetadataToken, declared.Module), out var has))
            known[(declared.MetadataToken, declared.Module)] = has = Find(declared);
        return has;
    }

    private static bool Find(MethodReference called)
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

    private static bool Extends(MethodDefinition called, MethodDefinition other)
    {
        if (other.Name != called.Name || other.Parameters.Count <= called.Parameters.Count || other.IsStatic != called.IsStatic
            || other.GenericParameters.Count != called.GenericParameters.Count || Access(other) < Access(called) || IsObsolete(other)
            || (other.ReturnType.FullName != called.ReturnType.FullName && !TaskTypes.IsTaskLike(other.ReturnType)))
            return false;
        return AddsTheToken(called, other);
    }

    // The same parameters in their order; besides them one token, and what may be left out.
    private static bool AddsTheToken(MethodDefinition called, MethodDefinition other)
    {
        var next = 0;
        var takesToken = false;
        foreach (var parameter in other.Parameters)
        {
            if (next < called.Parameters.Count && parameter.ParameterType.FullName == called.Parameters[next].ParameterType.FullName)
                next++;
            else if (TaskTypes.IsCancellationToken(parameter.ParameterType) && !takesToken)
                takesToken = true;
            else if (!parameter.IsOptional)
                return false;
        }

        return takesToken && next == called.Parameters.Count;
    }

    // Who may call the one may call the other.
    private static MethodAttributes Access(MethodDefinition method) => method.Attributes & MethodAttributes.MemberAccessMask;

    private static bool IsObsolete(MethodDefinition method) =>
        method.HasCustomAttributes && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ObsoleteAttribute");
}
