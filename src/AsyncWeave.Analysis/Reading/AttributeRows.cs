using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading;

/// <summary>Names in the custom attribute table, read without resolving anything.</summary>
internal static class AttributeRows
{
    /// <summary>The attribute type's simple name; null where its constructor is of no kind that an attribute may have.</summary>
    public static string? TypeName(MetadataReader metadata, CustomAttribute attribute)
    {
        var name = NameHandle(metadata, attribute);
        return name.IsNil ? null : metadata.GetString(name);
    }

    /// <summary>For comparing with <see cref="MetadataStringComparer"/> before any string is built.</summary>
    public static StringHandle NameHandle(MetadataReader metadata, CustomAttribute attribute)
    {
        switch (attribute.Constructor.Kind)
        {
            case HandleKind.MethodDefinition:
                var declaring = metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
                return metadata.GetTypeDefinition(declaring).Name;
            case HandleKind.MemberReference:
                var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
                return parent.Kind switch
                {
                    HandleKind.TypeReference => metadata.GetTypeReference((TypeReferenceHandle)parent).Name,
                    HandleKind.TypeDefinition => metadata.GetTypeDefinition((TypeDefinitionHandle)parent).Name,
                    _ => default,
                };
            default:
                return default;
        }
    }
}
