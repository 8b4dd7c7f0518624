using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Full metadata names of a module's types by token: <c>Namespace.Outer/Inner`1</c>.</summary>
internal sealed class TypeNameTable(OpenedModule module)
{
    private readonly Dictionary<TypeSpecificationHandle, SignatureType> specified = [];

    /// <summary>Null for a nil handle.</summary>
    public string? FullName(EntityHandle type) => type.IsNil ? null : Named(type)?.FullName ?? (SignatureOf(type) is { } signature ? FullTypeName.Of(signature, new GenericNames(module.Metadata, default, default)) : null);

    /// <summary>Name without namespace and nesting; of a generic instance the definition's.</summary>
    public string? SimpleName(EntityHandle type) => Named(type)?.Name ?? SignatureOf(type)?.SimpleName;

    /// <summary>Null where the handle is no type's.</summary>
    public SignatureType? SignatureOf(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => module.Signatures.GetTypeFromReference(module.Metadata, (TypeReferenceHandle)type, 0),
        HandleKind.TypeDefinition when !type.IsNil => module.Signatures.GetTypeFromDefinition(module.Metadata, (TypeDefinitionHandle)type, 0),
        HandleKind.TypeSpecification => Specified((TypeSpecificationHandle)type),
        _ => null,
    };

    /// <summary>Number of a generic method's type arguments.</summary>
    public int ArgumentsOf(Callee callee)
    {
        var arguments = module.Metadata.GetBlobReader(callee.TypeArguments);
        return arguments.Length > 1 && arguments.ReadByte() == (byte)SignatureKind.MethodSpecification ? arguments.ReadCompressedInteger() : 0;
    }

    /// <summary>A generic method's first type argument, of an instance the definition; null where it has no name of its own.</summary>
    public NamedType? FirstArgumentOf(Callee callee)
    {
        if (callee.TypeArguments.IsNil || ArgumentsOf(callee) == 0)
            return null;
        var arguments = module.Metadata.GetBlobReader(callee.TypeArguments);
        arguments.ReadByte();
        arguments.ReadCompressedInteger();
        var code = arguments.ReadByte();
        if (code == (byte)SignatureTypeCode.GenericTypeInstance)
            code = arguments.ReadByte();
        return code switch
        {
            (byte)SignatureTypeKind.Class or (byte)SignatureTypeKind.ValueType when arguments.ReadTypeHandle() is { Kind: not HandleKind.TypeSpecification } type => Named(type),
            (byte)SignatureTypeCode.Object => module.Signatures.Types.Of(PrimitiveTypeCode.Object),
            _ => null,
        };
    }

    private NamedType? Named(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => module.Signatures.Types.Of((TypeReferenceHandle)type),
        HandleKind.TypeDefinition when !type.IsNil => module.Signatures.Types.Of((TypeDefinitionHandle)type),
        _ => null,
    };

    private SignatureType Specified(TypeSpecificationHandle type)
    {
        if (!specified.TryGetValue(type, out var signature))
            specified[type] = signature = module.Metadata.GetTypeSpecification(type).DecodeSignature(module.Signatures, null);
        return signature;
    }
}
