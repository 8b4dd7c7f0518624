using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Flow;

/// <summary>What a call fills a callee's type parameters with.</summary>
/// <param name="OfType">Empty where its type is no instance.</param>
/// <param name="OfMethod">Empty where the method is none.</param>
/// <param name="Names">What the parameters are called that nothing fills.</param>
internal readonly record struct CalleeArguments(SignatureType[] OfType, SignatureType[] OfMethod, GenericNames Names)
{
    /// <summary>Null where nothing fills it.</summary>
    public SignatureType? ArgumentOf(ParameterSignature parameter)
    {
        var arguments = parameter.IsOfMethod ? OfMethod : OfType;
        return parameter.Index < arguments.Length ? arguments[parameter.Index] : null;
    }
}
