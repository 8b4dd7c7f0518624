using System.Collections.Immutable;
using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The bodies of one module and what their operands mean: a token is read once, however many bodies repeat it.</summary>
internal sealed class ModuleBodies
{
    private readonly OpenedModule module;
    private readonly BodyDecoder decoder;

    public ModuleBodies(OpenedModule module)
    {
        this.module = module;
        decoder = new BodyDecoder(this);
        Types = new TypeNameTable(module);
        Callees = new CalleeTable(module.Metadata, Types);
        Fields = new FieldTable(module.Rows);
        Outs = new OutParameters(module);
        Operations = new OperationNames(module);
    }

    /// <summary>Whether the module is the runtime's own library.</summary>
    public bool IsCoreLibrary => module.Metadata.StringComparer.Equals(module.Metadata.GetAssemblyDefinition().Name, "System.Private.CoreLib");

    /// <summary>For the one body that is traced at a time.</summary>
    public TraceBuffers Buffers { get; } = new();

    /// <summary>The methods, fields and types that the code names, with their types.</summary>
    public MemberRows Members => module.Members;

    public CalleeTable Callees { get; }

    public FieldTable Fields { get; }

    public OutParameters Outs { get; }

    public OperationNames Operations { get; }

    public TypeNameTable Types { get; }

    /// <exception cref="UnknownShapeException">The bytes are no body.</exception>
    /// <exception cref="BadImageFormatException">There is no body at the method's address.</exception>
    public BodyCode Decode(MethodDefinitionHandle method)
    {
        var address = module.Metadata.GetMethodDefinition(method).RelativeVirtualAddress;
        return address == 0
            ? throw new UnknownShapeException(NameOf(method), 0, "the body has no instructions")
            : decoder.Decode(method, module.Image.GetMethodBody(address));
    }

    /// <summary><c>Namespace.Type::Method</c>, for messages.</summary>
    public string NameOf(MethodDefinitionHandle method) =>
        module.Signatures.Types.Of(module.Metadata.GetMethodDefinition(method).GetDeclaringType()).FullName + "::" + module.NameOf(method);

    /// <summary>The method itself, whose body this is.</summary>
    public RowMethod Declared(MethodDefinitionHandle method) => new(module.Rows, method);

    /// <summary>Types of a body's local variables.</summary>
    public ImmutableArray<SignatureType> LocalTypesOf(MethodDefinitionHandle method)
    {
        var body = module.Image.GetMethodBody(module.Metadata.GetMethodDefinition(method).RelativeVirtualAddress);
        return body.LocalSignature.IsNil ? [] : module.Signatures.OfLocals(body.LocalSignature);
    }

    /// <summary>Number of a body's local variables.</summary>
    public int LocalsOf(MethodBodyBlock body)
    {
        if (body.LocalSignature.IsNil)
            return 0;
        var signature = module.Metadata.GetBlobReader(module.Metadata.GetStandaloneSignature(body.LocalSignature).Signature);
        return signature.Length > 1 && signature.ReadByte() == (byte)SignatureKind.LocalVariables ? signature.ReadCompressedInteger() : 0;
    }
}
