using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Tokens of <c>Start&lt;TStateMachine&gt;</c> closed over the given machines.</summary>
internal static class StartInstantiations
{
    public static Dictionary<int, TypeDefinitionHandle> Of(MetadataReader metadata, IReadOnlyDictionary<TypeDefinitionHandle, MethodKind> machines)
    {
        var tokens = new Dictionary<int, TypeDefinitionHandle>();
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            var handle = MetadataTokens.MethodSpecificationHandle(row);
            var instantiation = metadata.GetMethodSpecification(handle);
            if (IsStart(metadata, instantiation.Method) && OnlyArgument(metadata.GetBlobReader(instantiation.Signature)) is { } machine && machines.ContainsKey(machine))
                tokens[MetadataTokens.GetToken(handle)] = machine;
        }

        return tokens;
    }

    /// <summary>The definition behind a plain or generic reference to a type of this module; null for any other.</summary>
    public static TypeDefinitionHandle? DefinitionOf(MetadataReader metadata, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => (TypeDefinitionHandle)type,
        HandleKind.TypeSpecification => Definition(metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature)),
        _ => null,
    };

    private static bool IsStart(MetadataReader metadata, EntityHandle method) => method.Kind switch
    {
        HandleKind.MemberReference => metadata.StringComparer.Equals(metadata.GetMemberReference((MemberReferenceHandle)method).Name, "Start"),
        HandleKind.MethodDefinition => metadata.StringComparer.Equals(metadata.GetMethodDefinition((MethodDefinitionHandle)method).Name, "Start"),
        _ => false,
    };

    // ECMA-335 II.23.2.15: GENERICINST count Type
    private static TypeDefinitionHandle? OnlyArgument(BlobReader blob)
    {
        if (blob.Length < 4 || blob.ReadByte() != (byte)SignatureKind.MethodSpecification || blob.ReadCompressedInteger() != 1)
            return null;
        return Definition(blob);
    }

    // (GENERICINST)? (CLASS | VALUETYPE) TypeDefOrRef
    private static TypeDefinitionHandle? Definition(BlobReader blob)
    {
        var code = blob.ReadByte();
        if (code == (byte)SignatureTypeCode.GenericTypeInstance && blob.RemainingBytes > 1)
            code = blob.ReadByte();
        if (code is not ((byte)SignatureTypeKind.ValueType or (byte)SignatureTypeKind.Class) || blob.RemainingBytes == 0)
            return null;
        return blob.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type ? (TypeDefinitionHandle)type : null;
    }
}
