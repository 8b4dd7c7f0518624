using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Tells the types that decide what others are: Object, ValueType, Enum.</summary>
internal static class RootTypes
{
    /// <summary>The name of a type of the namespace System; null for others.</summary>
    public static string? NameOf(MetadataReader metadata, EntityHandle type)
    {
        var (space, name) = type.Kind switch
        {
            HandleKind.TypeReference when metadata.GetTypeReference((TypeReferenceHandle)type) is { ResolutionScope.Kind: not HandleKind.TypeReference } row => (row.Namespace, row.Name),
            HandleKind.TypeDefinition when metadata.GetTypeDefinition((TypeDefinitionHandle)type) is var row => (row.Namespace, row.Name),
            _ => default,
        };
        return !space.IsNil && metadata.StringComparer.Equals(space, "System") ? metadata.GetString(name) : null;
    }
}
