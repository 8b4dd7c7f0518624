using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>Reads a module's signatures. Equal ones share their bytes in the file, and so each is read once.</summary>
internal sealed class SignatureReader(MetadataReader metadata) : ISignatureTypeProvider<SignatureType, object?>
{
    // Specifications that name specifications; nothing but a lie nests so.
    private const int DeepestSpecification = 64;

    private readonly Dictionary<NamedType, (NamedSignature Class, NamedSignature Struct)> named = [];
    private readonly Dictionary<BlobHandle, SignatureType> fields = [];
    private readonly Dictionary<BlobHandle, MethodSignature<SignatureType>> methods = [];
    private int specifications;

    public NamedTypes Types { get; } = new(metadata);

    /// <exception cref="BadImageFormatException">It is no field's signature.</exception>
    public SignatureType OfField(BlobHandle signature)
    {
        if (fields.TryGetValue(signature, out var type))
            return type;
        var reader = metadata.GetBlobReader(signature);
        type = new SignatureDecoder<SignatureType, object?>(this, metadata, null).DecodeFieldSignature(ref reader);
        fields.Add(signature, type);
        return type;
    }

    /// <exception cref="BadImageFormatException">It is no method's signature.</exception>
    public MethodSignature<SignatureType> OfMethod(BlobHandle signature)
    {
        if (methods.TryGetValue(signature, out var type))
            return type;
        var reader = metadata.GetBlobReader(signature);
        type = new SignatureDecoder<SignatureType, object?>(this, metadata, null).DecodeMethodSignature(ref reader);
        methods.Add(signature, type);
        return type;
    }

    public SignatureType OfSpecification(TypeSpecificationHandle handle) => metadata.GetTypeSpecification(handle).DecodeSignature(this, null);

    /// <exception cref="BadImageFormatException">It is no signature of locals.</exception>
    public ImmutableArray<SignatureType> OfLocals(StandaloneSignatureHandle handle) => metadata.GetStandaloneSignature(handle).DecodeLocalSignature(this, null);

    /// <summary>A definition, reference or specification.</summary>
    public SignatureType OfType(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => Named(Types.Of((TypeDefinitionHandle)type), isValueType: false),
        HandleKind.TypeReference => Named(Types.Of((TypeReferenceHandle)type), isValueType: false),
        HandleKind.TypeSpecification => OfSpecification((TypeSpecificationHandle)type),
        _ => throw new BadImageFormatException("no type"),
    };

    /// <summary>A type by itself, of which its row does not tell whether it is a struct.</summary>
    public NamedSignature Named(NamedType type, bool isValueType)
    {
        if (!named.TryGetValue(type, out var pair))
            named[type] = pair = (new NamedSignature(type, isValueType: false), new NamedSignature(type, isValueType: true));
        return isValueType ? pair.Struct : pair.Class;
    }

    public SignatureType GetPrimitiveType(PrimitiveTypeCode code) =>
        Named(Types.Of(code), code is not (PrimitiveTypeCode.String or PrimitiveTypeCode.Object));

    public SignatureType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Named(Types.Of(handle), IsValueType(rawTypeKind));

    public SignatureType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Named(Types.Of(handle), IsValueType(rawTypeKind));

    public SignatureType GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        if (++specifications > DeepestSpecification)
            throw new BadImageFormatException("a signature nests without end");
        try
        {
            return reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
        }
        finally
        {
            specifications--;
        }
    }

    public SignatureType GetGenericInstantiation(SignatureType genericType, ImmutableArray<SignatureType> typeArguments) =>
        genericType is NamedSignature generic
            ? new InstanceSignature(generic, [.. typeArguments])
            : throw new BadImageFormatException("an instantiation of no named type");

    public SignatureType GetSZArrayType(SignatureType elementType) => new ArraySignature(elementType, null);

    public SignatureType GetArrayType(SignatureType elementType, ArrayShape shape) => new ArraySignature(elementType, shape);

    public SignatureType GetByReferenceType(SignatureType elementType) => new PointerSignature(elementType, isPointer: false);

    public SignatureType GetPointerType(SignatureType elementType) => new PointerSignature(elementType, isPointer: true);

    public SignatureType GetPinnedType(SignatureType elementType) => elementType;

    public SignatureType GetModifiedType(SignatureType modifier, SignatureType unmodifiedType, bool isRequired) =>
        new ModifiedSignature(unmodifiedType, (modifier as NamedSignature)?.Type, isRequired);

    public SignatureType GetFunctionPointerType(MethodSignature<SignatureType> signature) => FunctionPointerSignature.Instance;

    public SignatureType GetGenericMethodParameter(object? genericContext, int index) => new ParameterSignature(index, isOfMethod: true);

    public SignatureType GetGenericTypeParameter(object? genericContext, int index) => new ParameterSignature(index, isOfMethod: false);

    private static bool IsValueType(byte rawTypeKind) => rawTypeKind == (byte)SignatureTypeKind.ValueType;
}
