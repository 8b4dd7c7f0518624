using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>A method as its row spells it: nothing is resolved, and its types are read when they are asked for.</summary>
internal sealed class NamedMethod(SignatureReader signatures, string name, EntityHandle parent, BlobHandle signature, ImmutableArray<SignatureType> typeArguments)
{
    private SignatureType? declaringType;
    private MethodSignature<SignatureType>? types;

    public string Name => name;

    /// <summary>The type that declares it, with the arguments of the reference; null for a function of the module.</summary>
    public SignatureType? DeclaringType => declaringType ??= IsType(parent) ? signatures.OfType(parent) : null;

    /// <summary>Full metadata name of the definition behind the declaring type; empty where it has none.</summary>
    public string DeclaringName => DeclaringType?.Definition?.FullName ?? "";

    public bool HasThis => Types.Header.IsInstance;

    public ImmutableArray<SignatureType> Parameters => Types.ParameterTypes;

    public SignatureType ReturnType => Types.ReturnType;

    /// <summary>Of a generic method's instantiation; empty for any other.</summary>
    public ImmutableArray<SignatureType> TypeArguments => typeArguments;

    private MethodSignature<SignatureType> Types => types ??= signatures.OfMethod(signature);

    /// <summary>The type that a call really gives, with the type arguments of the call filled in.</summary>
    public SignatureType Result()
    {
        var type = ReturnType;
        while (type is ModifiedSignature modified)
            type = modified.Element;
        if (type is not ParameterSignature parameter)
            return type;
        if (parameter.IsOfMethod)
            return parameter.Index < typeArguments.Length ? typeArguments[parameter.Index] : type;
        return DeclaringType is InstanceSignature instance && parameter.Index < instance.Arguments.Length ? instance.Arguments[parameter.Index] : type;
    }

    private static bool IsType(EntityHandle parent) =>
        !parent.IsNil && parent.Kind is HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification;
}
