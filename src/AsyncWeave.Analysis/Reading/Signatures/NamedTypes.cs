using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>The types that a module's rows name, each read once.</summary>
internal sealed class NamedTypes(MetadataReader metadata)
{
    // A reference that is nested in itself would be named for ever; nobody nests by the dozen.
    private const int DeepestNesting = 64;

    private readonly NamedType?[] definitions = new NamedType?[metadata.GetTableRowCount(TableIndex.TypeDef) + 1];
    private readonly NamedType?[] references = new NamedType?[metadata.GetTableRowCount(TableIndex.TypeRef) + 1];
    private readonly Dictionary<PrimitiveTypeCode, NamedType> primitives = [];

    public NamedType Of(TypeDefinitionHandle handle) => Of(handle, 0);

    public NamedType Of(TypeReferenceHandle handle) => Of(handle, 0);

    public NamedType Of(PrimitiveTypeCode code)
    {
        if (!primitives.TryGetValue(code, out var type))
            primitives[code] = type = new NamedType(default, "System", code.ToString(), null) { Primitive = code };
        return type;
    }

    private NamedType Of(TypeDefinitionHandle handle, int depth)
    {
        ref var known = ref definitions[MetadataTokens.GetRowNumber(handle)];
        if (known is not null)
            return known;
        var type = metadata.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return known = new NamedType(handle, Text(type.Namespace), metadata.GetString(type.Name), outer.IsNil ? null : Of(outer, Deeper(depth)));
    }

    private NamedType Of(TypeReferenceHandle handle, int depth)
    {
        ref var known = ref references[MetadataTokens.GetRowNumber(handle)];
        if (known is not null)
            return known;
        var type = metadata.GetTypeReference(handle);
        var outer = type.ResolutionScope.Kind == HandleKind.TypeReference ? Of((TypeReferenceHandle)type.ResolutionScope, Deeper(depth)) : null;
        return known = new NamedType(handle, Text(type.Namespace), metadata.GetString(type.Name), outer);
    }

    private static int Deeper(int depth) => depth < DeepestNesting ? depth + 1 : throw new BadImageFormatException("a type is nested in itself");

    private string Text(StringHandle handle) => handle.IsNil ? "" : metadata.GetString(handle);
}
