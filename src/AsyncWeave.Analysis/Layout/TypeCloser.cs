using AsyncWeave.Analysis.Reading;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Turns a signature into a closed type: type parameters replaced, modifiers stripped, enums seen as their integers.</summary>
internal sealed class TypeCloser(ImplementationResolver resolver, int pointerSize)
{
    private const int DeepestArguments = 100;

    private readonly Dictionary<DefinitionKey, ClosedType> definitions = [];
    private readonly Dictionary<TypeReference, ClosedType> simple = [];
    private readonly Dictionary<TypeDefinition, CecilDeclaration> declarations = [];

    /// <summary>The type as the signature of a field or a type argument means it: a class is a reference to one.</summary>
    /// <param name="arguments">What the type parameters of the declaring type stand for.</param>
    public ClosedType Close(TypeReference type, ClosedType[] arguments, GenericAssumptions assumptions) => type switch
    {
        GenericParameter parameter => CloseParameter(parameter, arguments, assumptions),
        // volatile is a modifier (ECMA-335 II.7.1.1)
        IModifierType modified => Close(modified.ElementType, arguments, assumptions),
        PinnedType or SentinelType => Close(((TypeSpecification)type).ElementType, arguments, assumptions),
        ArrayType => new ReferenceClosedType(TypeNames.Of(type, arguments)),
        PointerType or ByReferenceType or FunctionPointerType => new PlainClosedType(TypeNames.Of(type, arguments), pointerSize),
        GenericInstanceType instance => CloseInstance(instance, arguments, assumptions),
        _ => CloseNamed(type, assumptions),
    };

    /// <summary>The type itself: a class stands for its instances. Open parameters are assumed.</summary>
    public ClosedType CloseSubject(TypeReference type, GenericAssumptions assumptions)
    {
        while (type is IModifierType modified)
            type = modified.ElementType;
        return CloseInstances(type, [], assumptions);
    }

    /// <summary>The base class of a class, closed over the class's own arguments.</summary>
    public ClosedType CloseBase(TypeReference type, ClosedType[] arguments, GenericAssumptions assumptions) =>
        CloseInstances(type, arguments, assumptions);

    private ClosedType CloseInstances(TypeReference type, ClosedType[] outer, GenericAssumptions assumptions)
    {
        if (type is GenericParameter || type is TypeSpecification and not GenericInstanceType)
            return Close(type, outer, assumptions);
        if (resolver.Types.Resolve(type) is not { } definition)
            return PrimitiveOf(type) ?? Unresolved(TypeNames.Of(type, outer), type);
        var arguments = type is GenericInstanceType instance
            ? ArgumentsOf(instance, outer, assumptions)
            : OpenArguments(definition, assumptions);
        return Define(DeclarationOf(definition), arguments);
    }

    /// <summary>One object for one definition.</summary>
    public TypeDeclaration DeclarationOf(TypeDefinition definition)
    {
        if (!declarations.TryGetValue(definition, out var declaration))
            declarations[definition] = declaration = new CecilDeclaration(definition, this);
        return declaration;
    }

    private ClosedType CloseParameter(GenericParameter parameter, ClosedType[] arguments, GenericAssumptions assumptions) =>
        parameter.Type == GenericParameterType.Type && parameter.Position < arguments.Length
            ? arguments[parameter.Position]
            : assumptions.Take(GenericAssumptions.Describe(parameter));

    private ClosedType CloseNamed(TypeReference type, GenericAssumptions assumptions)
    {
        if (simple.TryGetValue(type, out var known))
            return known;
        var closed = PrimitiveOf(type) ?? (type.IsValueType ? CloseStruct(type, assumptions) : new ReferenceClosedType(type.FullName));
        if (!type.HasGenericParameters)
            simple[type] = closed;
        return closed;
    }

    private ClosedType CloseStruct(TypeReference type, GenericAssumptions assumptions) =>
        resolver.Types.Resolve(type) is { } definition
            ? RefuseClass(Define(DeclarationOf(definition), OpenArguments(definition, assumptions)))
            : Unresolved(type.FullName, type);

    private ClosedType CloseInstance(GenericInstanceType instance, ClosedType[] outer, GenericAssumptions assumptions)
    {
        if (!instance.IsValueType)
            return new ReferenceClosedType(TypeNames.Of(instance, outer));
        return resolver.Types.Resolve(instance.ElementType) is { } definition
            ? RefuseClass(Define(DeclarationOf(definition), ArgumentsOf(instance, outer, assumptions)))
            : Unresolved(TypeNames.Of(instance, outer), instance.ElementType);
    }

    private ClosedType[] ArgumentsOf(GenericInstanceType instance, ClosedType[] outer, GenericAssumptions assumptions)
    {
        var arguments = new ClosedType[instance.GenericArguments.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Close(instance.GenericArguments[i], outer, assumptions);
        return arguments;
    }

    private static ClosedType[] OpenArguments(TypeDefinition definition, GenericAssumptions assumptions) =>
        definition.HasGenericParameters ? [.. definition.GenericParameters.Select(parameter => assumptions.Take(GenericAssumptions.Describe(parameter)))] : [];

    /// <summary>One object for one definition with its arguments.</summary>
    public ClosedType Define(TypeDeclaration declaration, ClosedType[] arguments)
    {
        var key = new DefinitionKey(declaration, arguments);
        if (!definitions.TryGetValue(key, out var known))
            definitions[key] = known = DefineNew(declaration, arguments);
        return known;
    }

    private ClosedType DefineNew(TypeDeclaration declaration, ClosedType[] arguments)
    {
        var closed = new DefinedClosedType(declaration, arguments);
        if (declaration.IsEnum)
            return declaration.EnumSize(pointerSize) is > 0 and var size
                ? new PlainClosedType(closed.Name, size)
                : new UnknownClosedType(closed.Name, new Doubt(closed.Name + " is an enum without an underlying integer"));
        return closed.Depth > DeepestArguments || closed.NameLength > TypeNames.Longest
            ? new UnknownClosedType(declaration.FullName, new Doubt(declaration.FullName + " contains itself in ever longer forms"))
            : closed;
    }

    /// <summary>What a signature uses as a struct must be one.</summary>
    public static ClosedType RefuseClass(ClosedType closed) =>
        closed is DefinedClosedType { Declaration: { IsValueType: false } declaration }
            ? new UnknownClosedType(closed.Name, new Doubt(closed.Name + " is used as a struct but is a class in " + declaration.AssemblyName))
            : closed;

    private ClosedType? PrimitiveOf(TypeReference type) => type.MetadataType switch
    {
        MetadataType.String or MetadataType.Object => new ReferenceClosedType(type.FullName),
        var primitive => TypeFacts.PrimitiveSize(primitive, pointerSize) is > 0 and var size ? new PlainClosedType(type.FullName, size) : null,
    };

    private static UnknownClosedType Unresolved(string name, TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Scope is AssemblyNameReference assembly
            ? new UnknownClosedType(name, new Doubt(name + " of " + assembly.Name + " was not found", assembly.Name))
            : new UnknownClosedType(name, new Doubt(name + " was not found"));
    }
}
