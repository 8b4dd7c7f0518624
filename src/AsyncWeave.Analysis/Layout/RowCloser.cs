using System.Reflection.Metadata;
using System.Text;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Turns a module's signatures into closed types; one that names no type parameters is closed once.</summary>
internal sealed class RowCloser(ModuleRows module, RowClosers closers, ClosedTypes definitions, int pointerSize)
{
    private readonly RowReferences references = module.References;
    private readonly Dictionary<TypeDefinitionHandle, TypeDeclaration> declarations = [];
    private readonly Dictionary<BlobHandle, ClosedType> fields = [];
    private readonly Dictionary<NamedSignature, ClosedType> named = [];

    /// <summary>The type itself, its parameters assumed: a class stands for its instances.</summary>
    public ClosedType CloseSubject(TypeDefinitionHandle type, GenericAssumptions assumptions)
    {
        var declaration = DeclarationOf(type);
        return definitions.Define(declaration, OpenArguments(declaration, assumptions));
    }

    /// <summary>The same where what was assumed has been said already.</summary>
    public ClosedType CloseSubject(TypeDefinitionHandle type) => CloseSubject(type, new GenericAssumptions());

    /// <summary>One of the module's types as a type argument: a class is a reference to one.</summary>
    public ClosedType CloseArgument(TypeDefinitionHandle type) => CloseSubject(type) is var closed && DeclarationOf(type).IsValueType ? closed : new ReferenceClosedType(closed.Name);

    /// <summary>What the parameters of one of the module's types stand for when it is laid out by itself.</summary>
    public ClosedType[] ArgumentsOf(TypeDefinitionHandle type) => CloseSubject(type) is DefinedClosedType defined ? defined.Arguments : [];

    /// <summary>The library that the module's types derive from; null where it is this module, or was not found.</summary>
    public ModuleRows? FindCoreLibrary() => references.FindCoreLibrary();

    /// <summary>A field's type.</summary>
    /// <param name="arguments">What the type parameters of the declaring type stand for.</param>
    public ClosedType Close(BlobHandle signature, ClosedType[] arguments)
    {
        if (fields.TryGetValue(signature, out var closed))
            return closed;
        var type = module.Signatures.OfField(signature);
        closed = Close(type, arguments);
        if (!type.IsOpen)
            fields.Add(signature, closed);
        return closed;
    }

    public ClosedType Close(SignatureType type, ClosedType[] arguments) => type switch
    {
        NamedSignature name => CloseNamed(name),
        ParameterSignature { IsOfMethod: false } parameter when parameter.Index < arguments.Length => arguments[parameter.Index],
        ParameterSignature parameter => new ReferenceClosedType(parameter.SimpleName),
        // volatile is a modifier (ECMA-335 II.7.1.1)
        ModifiedSignature modified => Close(modified.Element, arguments),
        InstanceSignature { Generic.IsValueType: true } instance => CloseInstance(instance, arguments, isField: true),
        InstanceSignature or ArraySignature => new ReferenceClosedType(NameOf(type, arguments)),
        _ => new PlainClosedType(NameOf(type, arguments), pointerSize),
    };

    /// <summary>A type as a method's body names it, the parameters of both assumed.</summary>
    public ClosedType CloseIn(MethodDefinitionHandle method, SignatureType type)
    {
        var (row, assumptions) = (module.Metadata.GetMethodDefinition(method), new GenericAssumptions());
        var outer = OpenArguments(DeclarationOf(row.GetDeclaringType()), assumptions);
        var own = Array.ConvertAll(OpenParameters.Of(module.Metadata, row.GetGenericParameters()), assumptions.Take);
        return Close(JoinedParameters.In(type, outer.Length), [.. outer, .. own]);
    }

    /// <summary>A base class, closed over the arguments of the class that derives from it.</summary>
    public ClosedType CloseInstances(EntityHandle type, ClosedType[] arguments)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeDefinition:
                return CloseDefined(module.Signatures.Types.Of((TypeDefinitionHandle)type));
            case HandleKind.TypeReference:
                return CloseDefined(module.Signatures.Types.Of((TypeReferenceHandle)type));
            default:
                return module.Signatures.OfSpecification((TypeSpecificationHandle)type) is InstanceSignature instance
                    ? CloseInstance(instance, arguments, isField: false)
                    : new ReferenceClosedType("?");
        }
    }

    /// <summary>Bytes of a field that holds a primitive; 0 for any other.</summary>
    public int PrimitiveSize(BlobHandle signature) =>
        module.Signatures.OfField(signature) is NamedSignature { Type.Primitive: { } primitive } ? TypeFacts.PrimitiveSize(primitive, pointerSize) : 0;

    private ClosedType CloseNamed(NamedSignature name)
    {
        if (!named.TryGetValue(name, out var closed))
            named[name] = closed = CloseNamedAnew(name);
        return closed;
    }

    private ClosedType CloseNamedAnew(NamedSignature name)
    {
        if (!name.IsValueType)
            return new ReferenceClosedType(name.Type.FullName);
        return name.Type.Primitive is { } primitive && TypeFacts.PrimitiveSize(primitive, pointerSize) is > 0 and var size
            ? new PlainClosedType(name.Type.FullName, size)
            : ClosedTypes.RefuseClass(CloseDefined(name.Type));
    }

    private ClosedType CloseInstance(InstanceSignature instance, ClosedType[] outer, bool isField)
    {
        if (Find(instance.Generic.Type) is not { } declaration)
            return Unresolved(NameOf(instance, outer), instance.Generic.Type);
        var arguments = new ClosedType[instance.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Close(instance.Arguments[i], outer);
        var closed = definitions.Define(declaration, arguments.Length > 0 ? arguments : OpenArguments(declaration, new GenericAssumptions()));
        return isField ? ClosedTypes.RefuseClass(closed) : closed;
    }

    private ClosedType CloseDefined(NamedType type) => Find(type) is { } declaration
        ? definitions.Define(declaration, OpenArguments(declaration, new GenericAssumptions()))
        : Unresolved(type.FullName, type);

    private TypeDeclaration? Find(NamedType type) =>
        references.DefinitionOf(type) is { } definition ? closers.Of(definition.Module).DeclarationOf(definition.Handle) : null;

    public TypeDeclaration DeclarationOf(TypeDefinitionHandle handle)
    {
        if (!declarations.TryGetValue(handle, out var declaration))
            declarations[handle] = declaration = new TypeDeclaration(module, handle, this);
        return declaration;
    }

    private static ClosedType[] OpenArguments(TypeDeclaration declaration, GenericAssumptions assumptions) =>
        declaration.Parameters.Length == 0 ? [] : Array.ConvertAll(declaration.Parameters, assumptions.Take);

    private UnknownClosedType Unresolved(string name, NamedType type) => references.AssemblyOf(type) is { } assembly
        ? new UnknownClosedType(name, new Doubt(name + " of " + assembly + " was not found", assembly))
        : new UnknownClosedType(name, new Doubt(name + " was not found"));

    private static string NameOf(SignatureType type, ClosedType[] arguments)
    {
        var text = new StringBuilder();
        TypeNames.Write(text, type, arguments);
        return text.ToString();
    }
}
