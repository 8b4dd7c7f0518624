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

    private bool[] Read(EntityHandle method)
    {
        if (method.Kind == HandleKind.MethodSpecification)
            method = module.Metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method;
        return method.Kind switch
        {
            HandleKind.MethodDefinition => OutsOf(module.Rows, (MethodDefinitionHandle)method),
            HandleKind.MemberReference => ReadReferenced(module.Metadata.GetMemberReference((MemberReferenceHandle)method)),
            _ => [],
        };
    }

    // An assembly that is not at hand, or damaged, must not cost the method its report: the argument then counts as read.
    private bool[] ReadReferenced(MemberReference reference)
    {
        try
        {
            var signature = module.Signatures.OfMethod(reference.Signature);
            return AnyByReference(signature) && Find(reference, signature) is { } found ? OutsOf(found.Module, found.Method) : [];
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return [];
        }
    }

    private (ModuleRows Module, MethodDefinitionHandle Method)? Find(MemberReference reference, MethodSignature<SignatureType> signature)
    {
        var name = module.Text(reference.Name);
        foreach (var type in module.Rows.DefinitionOf(reference.Parent)?.WithBases() ?? [])
        {
            var rows = type.Module;
            foreach (var method in type.Definition.GetMethods())
            {
                var row = rows.Metadata.GetMethodDefinition(method);
                if (rows.Metadata.StringComparer.Equals(row.Name, name) && SameSignature.Have(rows.Signatures.OfMethod(row.Signature), signature))
                    return (rows, method);
            }
        }

        return null;
    }

    private static bool[] OutsOf(ModuleRows rows, MethodDefinitionHandle method)
    {
        var row = rows.Metadata.GetMethodDefinition(method);
        var signature = rows.Signatures.OfMethod(row.Signature);
        if (!AnyByReference(signature))
            return [];
        var outs = new bool[signature.ParameterTypes.Length];
        foreach (var handle in row.GetParameters())
        {
            var parameter = rows.Metadata.GetParameter(handle);
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
