namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>Names of the type behind arguments, arrays, pointers and modifiers.</summary>
internal static class ElementName
{
    /// <summary>Without namespace and outer types.</summary>
    public static string SimpleOf(SignatureType type, GenericNames parameters) => type switch
    {
        NamedSignature named => named.Type.Name,
        InstanceSignature instance => instance.Generic.Type.Name,
        _ => Of(type, parameters),
    };

    /// <summary>Full metadata name.</summary>
    public static string Of(SignatureType type, GenericNames parameters) => type switch
    {
        NamedSignature named => named.Type.FullName,
        InstanceSignature instance => instance.Generic.Type.FullName,
        ArraySignature array => Of(array.Element, parameters),
        PointerSignature pointer => Of(pointer.Element, parameters),
        ModifiedSignature modified => Of(modified.Element, parameters),
        ParameterSignature parameter => parameters.Of(parameter),
        _ => type.SimpleName,
    };
}
