using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using TypeReference = Mono.Cecil.TypeReference;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Full metadata names of a module's types by token: <c>Namespace.Outer/Inner`1</c>.</summary>
internal sealed class TypeNameTable(OpenedModule module, CecilReferences cecil)
{
    /// <summary>Null for a nil handle.</summary>
    public string? FullName(EntityHandle type) => type.IsNil ? null : Named(type)?.FullName ?? Specified(type)?.FullName;

    /// <summary>Name without namespace and nesting; of a generic instance the definition's.</summary>
    public string? SimpleName(EntityHandle type) => Named(type)?.Name ?? Specified(type)?.Name;

    /// <summary>Number of a generic method's type arguments.</summary>
    public int ArgumentsOf(Callee callee)
    {
        var arguments = module.Metadata.GetBlobReader(callee.TypeArguments);
        return arguments.Length > 1 && arguments.ReadByte() == (byte)SignatureKind.MethodSpecification ? arguments.ReadCompressedInteger() : 0;
    }

    /// <summary>Full name of a generic method's first type argument without its own arguments; null where it is no plain type.</summary>
    public string? FirstArgumentOf(Callee callee)
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
            (byte)SignatureTypeKind.Class or (byte)SignatureTypeKind.ValueType when arguments.ReadTypeHandle() is { Kind: not HandleKind.TypeSpecification } type => FullName(type),
            (byte)SignatureTypeCode.Object => "System.Object",
            _ => null,
        };
    }

    private NamedType? Named(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => module.Signatures.Types.Of((TypeReferenceHandle)type),
        HandleKind.TypeDefinition when !type.IsNil => module.Signatures.Types.Of((TypeDefinitionHandle)type),
        _ => null,
    };

    private TypeReference? Specified(EntityHandle type) => cecil.Unbound(MetadataTokens.GetToken(type)) as TypeReference;
}
