using System.Reflection;
using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Reads what is known of type parameters that nothing closes.</summary>
internal static class OpenParameters
{
    public static OpenParameter[] Of(MetadataReader metadata, GenericParameterHandleCollection rows)
    {
        var parameters = new OpenParameter[rows.Count];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = Of(metadata, metadata.GetGenericParameter(rows[i]));
        return parameters;
    }

    private static OpenParameter Of(MetadataReader metadata, GenericParameter parameter) => new(
        metadata.GetString(parameter.Name),
        parameter.GetConstraints().Any(constraint => RootTypes.NameOf(metadata, metadata.GetGenericParameterConstraint(constraint).Type) == "Enum"),
        (parameter.Attributes & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0);
}
