using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using FieldAttributes = System.Reflection.FieldAttributes;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The module's fields by row, also where a member reference names one: in a generic state machine every access is spelled so.</summary>
internal sealed class FieldTable(ModuleRows module)
{
    private const int None = 0;
    private const int Several = -1;

    private readonly MetadataReader metadata = module.Metadata;
    private readonly int?[] rows = new int?[module.Metadata.GetTableRowCount(TableIndex.MemberRef) + 1];
    private readonly Dictionary<string, int> rowsByName = new(StringComparer.Ordinal);
    private TypeDefinitionHandle named;

    /// <summary>Row of the field in its table, whether the token is its definition's or a reference's; 0 where it names none of this module's.</summary>
    public int Of(int token)
    {
        var row = token & 0x00FFFFFF;
        if (token >>> 24 == 0x04)
            return row;
        if (token >>> 24 != 0x0A || row >= rows.Length)
            return None;
        return rows[row] ??= Read(MetadataTokens.MemberReferenceHandle(row));
    }

    /// <summary>Rows of a type's instance fields, ascending.</summary>
    public int[] InstanceFieldsOf(TypeDefinitionHandle type)
    {
        var fields = metadata.GetTypeDefinition(type).GetFields();
        var instance = new int[fields.Count];
        var count = 0;
        foreach (var handle in fields)
        {
            if ((metadata.GetFieldDefinition(handle).Attributes & FieldAttributes.Static) == 0)
                instance[count++] = MetadataTokens.GetRowNumber(handle);
        }

        Array.Resize(ref instance, count);
        return instance;
    }

    public TypeDefinitionHandle DeclaringTypeOf(int row) => metadata.GetFieldDefinition(MetadataTokens.FieldDefinitionHandle(row)).GetDeclaringType();

    public bool IsNamed(FieldDefinitionHandle field, string name) => metadata.StringComparer.Equals(metadata.GetFieldDefinition(field).Name, name);

    public bool StartsWith(FieldDefinitionHandle field, string start) => metadata.StringComparer.StartsWith(metadata.GetFieldDefinition(field).Name, start);

    /// <summary>Whether a token names a local that C# moved into a closure.</summary>
    public bool IsCaptured(int token) =>
        Of(token) is > 0 and var row && metadata.StringComparer.StartsWith(metadata.GetTypeDefinition(DeclaringTypeOf(row)).Name, CompilerName.DisplayClass);

    // ECMA-335 II.23.2.4: FIELD, then the type
    public bool IsInt32(FieldDefinitionHandle field)
    {
        var signature = metadata.GetBlobReader(metadata.GetFieldDefinition(field).Signature);
        return signature.Length == 2 && signature.ReadByte() == (byte)SignatureKind.Field && signature.ReadByte() == (byte)SignatureTypeCode.Int32;
    }

    // FIELD, (GENERICINST,) CLASS or VALUETYPE
    public bool IsStruct(FieldDefinitionHandle field)
    {
        var signature = metadata.GetBlobReader(metadata.GetFieldDefinition(field).Signature);
        if (signature.Length < 3 || signature.ReadByte() != (byte)SignatureKind.Field)
            return false;
        var type = signature.ReadByte();
        return (type == (byte)SignatureTypeCode.GenericTypeInstance ? signature.ReadByte() : type) == (byte)SignatureTypeKind.ValueType;
    }

    private int Read(MemberReferenceHandle handle)
    {
        var reference = metadata.GetMemberReference(handle);
        if (reference.GetKind() != MemberReferenceKind.Field || StartInstantiations.DefinitionOf(metadata, reference.Parent) is not { } type)
            return None;
        if (named != type)
            Name(type);
        if (!rowsByName.TryGetValue(metadata.GetString(reference.Name), out var row))
            return None;
        // Obfuscators give several fields one name; only then is it worth comparing their types.
        return row != Several ? row : module.FieldBehind(reference) is { } field && field.Module == module ? MetadataTokens.GetRowNumber(field.Handle) : None;
    }

    private void Name(TypeDefinitionHandle type)
    {
        rowsByName.Clear();
        named = type;
        foreach (var handle in metadata.GetTypeDefinition(type).GetFields())
        {
            var field = metadata.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.Static) != 0)
                continue;
            var name = metadata.GetString(field.Name);
            rowsByName[name] = rowsByName.ContainsKey(name) ? Several : MetadataTokens.GetRowNumber(handle);
        }
    }
}
