using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Discovery;
using FieldAttributes = System.Reflection.FieldAttributes;
using FieldReference = Mono.Cecil.FieldReference;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Which field of the module a member reference names: in a generic state machine every access is spelled so.</summary>
internal sealed class FieldReferences(MetadataReader metadata, CecilReferences cecil)
{
    private const int None = 0;
    private const int Several = -1;

    private readonly int?[] rows = new int?[metadata.GetTableRowCount(TableIndex.MemberRef) + 1];
    private readonly Dictionary<string, int> rowsByName = new(StringComparer.Ordinal);
    private TypeDefinitionHandle named;

    /// <summary>Row of the instance field in its table; 0 where the token is no reference to one of this module's.</summary>
    public int Of(int token)
    {
        var reference = token & 0x00FFFFFF;
        if (token >>> 24 != 0x0A || reference >= rows.Length)
            return None;
        return rows[reference] ??= Read(MetadataTokens.MemberReferenceHandle(reference));
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
        // Obfuscators give several fields one name; only then is it worth resolving.
        return row != Several ? row : (int)((cecil.Unbound(MetadataTokens.GetToken(handle)) as FieldReference)?.Resolve()?.MetadataToken.RID ?? None);
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
