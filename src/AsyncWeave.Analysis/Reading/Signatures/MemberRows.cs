using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>The members that a module's code names, each read when it is met first.</summary>
internal sealed class MemberRows(MetadataReader metadata, SignatureReader signatures)
{
    private readonly NamedMethod?[] definitions = new NamedMethod?[metadata.GetTableRowCount(TableIndex.MethodDef) + 1];
    private readonly NamedMethod?[] references = new NamedMethod?[metadata.GetTableRowCount(TableIndex.MemberRef) + 1];
    private readonly NamedMethod?[] specifications = new NamedMethod?[metadata.GetTableRowCount(TableIndex.MethodSpec) + 1];
    private readonly Dictionary<int, NamedField> fields = [];

    /// <param name="token">As it stands in the code.</param>
    /// <returns>Null where it names no method.</returns>
    public NamedMethod? MethodOf(int token)
    {
        var row = token & 0x00FFFFFF;
        var table = (token >>> 24) switch { 0x06 => definitions, 0x0A => references, 0x2B => specifications, _ => [] };
        if (row == 0 || row >= table.Length)
            return null;
        return table[row] ??= ReadMethod(MetadataTokens.EntityHandle(token));
    }

    /// <param name="token">As it stands in the code.</param>
    /// <returns>Null where it names no field.</returns>
    public NamedField? FieldOf(int token)
    {
        if (fields.TryGetValue(token, out var field))
            return field;
        var row = token & 0x00FFFFFF;
        var read = (token >>> 24) switch
        {
            0x04 when row > 0 && row <= metadata.FieldDefinitions.Count => Read(metadata.GetFieldDefinition(MetadataTokens.FieldDefinitionHandle(row))),
            0x0A when row > 0 && row <= metadata.MemberReferences.Count => Read(metadata.GetMemberReference(MetadataTokens.MemberReferenceHandle(row))),
            _ => null,
        };
        if (read is not null)
            fields.Add(token, read);
        return read;
    }

    /// <param name="token">As it stands in the code.</param>
    /// <returns>Null where it names no type.</returns>
    public SignatureType? TypeOf(int token)
    {
        var row = token & 0x00FFFFFF;
        var rows = (token >>> 24) switch { 0x01 => TableIndex.TypeRef, 0x02 => TableIndex.TypeDef, 0x1B => TableIndex.TypeSpec, _ => TableIndex.Module };
        return rows != TableIndex.Module && row > 0 && row <= metadata.GetTableRowCount(rows) ? signatures.OfType(MetadataTokens.EntityHandle(token)) : null;
    }

    /// <summary>Simple names of a member and of the type that declares it, of a type those of itself and of the type around it.</summary>
    /// <param name="token">As it stands in the code.</param>
    /// <returns>Null where it names no member and no type.</returns>
    public (string? Type, string Name)? NamesOf(int token)
    {
        if (MethodOf(token) is { } method)
            return (method.DeclaringType?.SimpleName, method.Name);
        if (FieldOf(token) is { } field)
            return (field.DeclaringType.SimpleName, field.Name);
        return TypeOf(token) is { } type ? (type.Definition?.Outer?.Name, type.SimpleName) : null;
    }

    private NamedMethod? ReadMethod(EntityHandle method)
    {
        switch (method.Kind)
        {
            case HandleKind.MethodDefinition:
                var definition = metadata.GetMethodDefinition((MethodDefinitionHandle)method);
                return new NamedMethod(signatures, metadata.GetString(definition.Name), definition.GetDeclaringType(), definition.Signature, []);
            case HandleKind.MemberReference:
                var reference = metadata.GetMemberReference((MemberReferenceHandle)method);
                return reference.GetKind() == MemberReferenceKind.Method
                    ? new NamedMethod(signatures, metadata.GetString(reference.Name), reference.Parent, reference.Signature, [])
                    : null;
            default:
                return Instantiate(metadata.GetMethodSpecification((MethodSpecificationHandle)method));
        }
    }

    private NamedMethod? Instantiate(MethodSpecification specification)
    {
        var arguments = specification.DecodeSignature(signatures, null);
        switch (specification.Method.Kind)
        {
            case HandleKind.MethodDefinition:
                var definition = metadata.GetMethodDefinition((MethodDefinitionHandle)specification.Method);
                return new NamedMethod(signatures, metadata.GetString(definition.Name), definition.GetDeclaringType(), definition.Signature, arguments);
            case HandleKind.MemberReference:
                var reference = metadata.GetMemberReference((MemberReferenceHandle)specification.Method);
                return new NamedMethod(signatures, metadata.GetString(reference.Name), reference.Parent, reference.Signature, arguments);
            default:
                return null;
        }
    }

    private NamedField Read(FieldDefinition field) =>
        new(metadata.GetString(field.Name), signatures.OfType(field.GetDeclaringType()), signatures.OfField(field.Signature));

    private NamedField? Read(MemberReference reference) => reference.GetKind() == MemberReferenceKind.Field
        ? new NamedField(metadata.GetString(reference.Name), signatures.OfType(reference.Parent), signatures.OfField(reference.Signature))
        : null;
}
