using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Which called methods have an overload with the same parameters and a <c>CancellationToken</c> among them; asked once for each reference.</summary>
internal sealed class TokenOverloads(OpenedModule module)
{
    private readonly Dictionary<int, bool> known = [];

    /// <param name="token">The called method's, as it stands in the code.</param>
    public bool Has(int token)
    {
        token = Declared(token);
        if (!known.TryGetValue(token, out var has))
            known[token] = has = module.Rows.MethodBehind(MetadataTokens.EntityHandle(token)) is { } called && Find(called);
        return has;
    }

    // Of an instance of a generic method the method itself.
    private int Declared(int token) => token >>> 24 == 0x2B
        ? MetadataTokens.GetToken(module.Metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(token & 0x00FFFFFF)).Method)
        : token;

    private static bool Find(RowMethod called) =>
        called.DeclaringType.MethodsNamed(called.Module.Text(called.Definition.Name)).Any(other => other.Handle != called.Handle && Extends(called, other));

    // Who may call the one may call the other.
    private static bool Extends(RowMethod called, RowMethod other)
    {
        var (one, longer) = (called.Signature, other.Signature);
        return longer.ParameterTypes.Length > one.ParameterTypes.Length
            && longer.Header.IsInstance == one.Header.IsInstance
            && longer.GenericParameterCount == one.GenericParameterCount
            && Access(other) >= Access(called)
            && (SameSignature.Are(longer.ReturnType, one.ReturnType) || TaskTypes.IsTaskLike(longer.ReturnType))
            && AddsTheToken(one, other)
            && !IsObsolete(other);
    }

    // The same parameters in their order; besides them one token, and what may be left out.
    private static bool AddsTheToken(MethodSignature<SignatureType> called, RowMethod other)
    {
        var next = 0;
        var takesToken = false;
        var parameters = other.Signature.ParameterTypes;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (next < called.ParameterTypes.Length && SameSignature.Are(parameters[i], called.ParameterTypes[next]))
                next++;
            else if (TaskTypes.IsCancellationToken(parameters[i]) && !takesToken)
                takesToken = true;
            else if (!IsOptional(other, i))
                return false;
        }

        return takesToken && next == called.ParameterTypes.Length;
    }

    private static bool IsOptional(RowMethod method, int parameter)
    {
        foreach (var handle in method.Definition.GetParameters())
        {
            var row = method.Module.Metadata.GetParameter(handle);
            if (row.SequenceNumber == parameter + 1)
                return (row.Attributes & ParameterAttributes.Optional) != 0;
        }

        return false;
    }

    private static MethodAttributes Access(RowMethod method) => method.Definition.Attributes & MethodAttributes.MemberAccessMask;

    private static bool IsObsolete(RowMethod method)
    {
        var metadata = method.Module.Metadata;
        foreach (var handle in method.Definition.GetCustomAttributes())
        {
            var name = AttributeRows.NameHandle(metadata, metadata.GetCustomAttribute(handle));
            if (!name.IsNil && metadata.StringComparer.Equals(name, "ObsoleteAttribute"))
                return true;
        }

        return false;
    }
}
