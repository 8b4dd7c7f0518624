using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The methods that a module's bodies call, each read when it is met first.</summary>
internal sealed class CalleeTable(MetadataReader metadata, TypeNameTable types)
{
    private readonly Callee?[] definitions = new Callee?[metadata.GetTableRowCount(TableIndex.MethodDef) + 1];
    private readonly Callee?[] references = new Callee?[metadata.GetTableRowCount(TableIndex.MemberRef) + 1];
    private readonly Callee?[] specifications = new Callee?[metadata.GetTableRowCount(TableIndex.MethodSpec) + 1];
    private readonly Callee?[] signatures = new Callee?[metadata.GetTableRowCount(TableIndex.StandAloneSig) + 1];

    /// <param name="token">As it stands in the code; one that names no method gives <see cref="Callee.Unknown"/>.</param>
    public Callee Of(int token)
    {
        var row = token & 0x00FFFFFF;
        var table = (token >>> 24) switch { 0x06 => definitions, 0x0A => references, 0x2B => specifications, 0x11 => signatures, _ => [] };
        if (row == 0 || row >= table.Length)
            return Callee.Unknown;
        return table[row] ??= Read(MetadataTokens.EntityHandle(token));
    }

    private Callee Read(EntityHandle method)
    {
        switch (method.Kind)
        {
            case HandleKind.MethodDefinition:
                var definition = metadata.GetMethodDefinition((MethodDefinitionHandle)method);
                return Read(definition.Name, definition.GetDeclaringType(), definition.Signature);
            case HandleKind.MemberReference:
                var reference = metadata.GetMemberReference((MemberReferenceHandle)method);
                return Read(reference.Name, reference.Parent, reference.Signature);
            case HandleKind.MethodSpecification:
                var specification = metadata.GetMethodSpecification((MethodSpecificationHandle)method);
                return WithRole(Of(MetadataTokens.GetToken(specification.Method)) with { TypeArguments = specification.Signature });
            default:
                return Read(default, default, metadata.GetStandaloneSignature((StandaloneSignatureHandle)method).Signature);
        }
    }

    // ECMA-335 II.23.2.1: calling convention, (generic parameter count), parameter count, return type
    private Callee Read(StringHandle name, EntityHandle declaringType, BlobHandle signature)
    {
        var reader = metadata.GetBlobReader(signature);
        var header = reader.ReadSignatureHeader();
        if (header.Kind != SignatureKind.Method)
            return Callee.Unknown;
        if (header.IsGeneric)
            reader.ReadCompressedInteger();
        var parameters = reader.ReadCompressedInteger();
        return WithRole(new Callee(name.IsNil ? "" : metadata.GetString(name), declaringType, parameters, header.IsInstance && !header.HasExplicitThis, IsVoid(ref reader)));
    }

    private Callee WithRole(Callee callee)
    {
        if (BuilderCalls.HandsOver(callee, types))
            return callee with { Role = CalleeRole.HandsOver };
        if (NoReturn.Is(callee, types))
            return callee with { Role = CalleeRole.NeverReturns };
        return RuntimeAsyncCalls.Suspends(callee, types) ? callee with { Role = CalleeRole.Suspends } : callee;
    }

    // Init-only setters and the like have a modifier in front of void.
    private static bool IsVoid(ref BlobReader reader)
    {
        var type = reader.ReadSignatureTypeCode();
        while (type is SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier)
        {
            reader.ReadTypeHandle();
            type = reader.ReadSignatureTypeCode();
        }

        return type == SignatureTypeCode.Void;
    }
}
