using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Tells an <c>out</c> parameter, which only writes, from a <c>ref</c> one: the callee's definition says it, the signature does not.</summary>
internal sealed class OutParameters(OpenedModule module)
{
    private readonly Dictionary<int, bool[]> known = [];

    /// <param name="token">The callee's, as it stands in the code.</param>
    /// <param name="parameter">Without the receiver.</param>
    public bool Contain(int token, int parameter)
    {
        if (!known.TryGetValue(token, out var outs))
            known[token] = outs = Read(MetadataTokens.EntityHandle(token));
        return parameter >= 0 && parameter < outs.Length && outs[parameter];
    }

    // An assembly that is not at hand, or damaged, must not cost the method its report: the argument then counts as read.
    private bool[] Read(EntityHandle method)
    {
        try
        {
            return MayTakeReferences(method) && module.Rows.MethodBehind(method) is { } found ? OutsOf(found) : [];
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return [];
        }
    }

    // The reference's own signature spares most methods the search.
    private bool MayTakeReferences(EntityHandle method)
    {
        if (method.Kind == HandleKind.MethodSpecification)
            method = module.Metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method;
        return method.Kind != HandleKind.MemberReference
            || AnyByReference(module.Signatures.OfMethod(module.Metadata.GetMemberReference((MemberReferenceHandle)method).Signature));
    }

    private static bool[] OutsOf(RowMethod method)
    {
        var signature = method.Signature;
        if (!AnyByReference(signature))
            return [];
        var outs = new bool[signature.ParameterTypes.Length];
        foreach (var handle in method.Definition.GetParameters())
        {
            var parameter = method.Module.Metadata.GetParameter(handle);
            var index = parameter.SequenceNumber - 1; // 0 is the result
            if (index >= 0 && index < outs.Length)
                outs[index] = (parameter.Attributes & ParameterAttributes.Out) != 0 && IsByReference(signature.ParameterTypes[index]);
        }

        return outs;
    }

    private static bool AnyByReference(MethodSignature<SignatureType> signature)
    {
        foreach (var parameter in signature.ParameterTypes)
        {
            if (IsByReference(parameter))
                return true;
        }

        return false;
    }

    private static bool IsByReference(SignatureType type) => type is PointerSignature { IsPointer: false };
}
