using System.Globalization;
using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>What the type parameters in a member's signature are called.</summary>
internal readonly struct GenericNames(MetadataReader metadata, TypeDefinitionHandle type, MethodDefinitionHandle method)
{
    /// <summary><c>!0</c> or <c>!!0</c> where there is no such parameter.</summary>
    public string Of(ParameterSignature parameter)
    {
        var parameters = parameter.IsOfMethod
            ? method.IsNil ? default : metadata.GetMethodDefinition(method).GetGenericParameters()
            : type.IsNil ? default : metadata.GetTypeDefinition(type).GetGenericParameters();
        return parameter.Index < parameters.Count
            ? metadata.GetString(metadata.GetGenericParameter(parameters[parameter.Index]).Name)
            : (parameter.IsOfMethod ? "!!" : "!") + parameter.Index.ToString(CultureInfo.InvariantCulture);
    }
}
