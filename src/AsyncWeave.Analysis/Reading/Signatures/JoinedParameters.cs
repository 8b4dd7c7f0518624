namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>Counts a method's type parameters on behind those of its type, so that one list of arguments serves both.</summary>
internal static class JoinedParameters
{
    /// <param name="ofType">How many the type has.</param>
    public static SignatureType In(SignatureType type, int ofType)
    {
        if (!type.IsOpen)
            return type;
        return type switch
        {
            ParameterSignature { IsOfMethod: true } parameter => new ParameterSignature(ofType + parameter.Index, isOfMethod: false),
            InstanceSignature instance => new InstanceSignature(instance.Generic, Array.ConvertAll(instance.Arguments, argument => In(argument, ofType))),
            ArraySignature array => new ArraySignature(In(array.Element, ofType), array.Shape),
            PointerSignature pointer => new PointerSignature(In(pointer.Element, ofType), pointer.IsPointer),
            ModifiedSignature modified => new ModifiedSignature(In(modified.Element, ofType), modified.Modifier, modified.IsRequired),
            _ => type,
        };
    }
}
