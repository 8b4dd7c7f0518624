using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>Compares signatures of two modules: what they name is the same where it has the same name (ECMA-335 II.22.25).</summary>
internal static class SameSignature
{
    public static bool Have(MethodSignature<SignatureType> left, MethodSignature<SignatureType> right)
    {
        if (left.GenericParameterCount != right.GenericParameterCount || left.ParameterTypes.Length != right.ParameterTypes.Length || !Are(left.ReturnType, right.ReturnType))
            return false;
        for (var i = 0; i < left.ParameterTypes.Length; i++)
        {
            if (!Are(left.ParameterTypes[i], right.ParameterTypes[i]))
                return false;
        }

        return true;
    }

    public static bool Are(SignatureType left, SignatureType right) => (left, right) switch
    {
        (NamedSignature one, NamedSignature other) => Are(one.Type, other.Type),
        (InstanceSignature one, InstanceSignature other) => Are(one.Generic, other.Generic) && Are(one.Arguments, other.Arguments),
        (ArraySignature one, ArraySignature other) => one.Rank == other.Rank && Are(one.Element, other.Element),
        (PointerSignature one, PointerSignature other) => one.IsPointer == other.IsPointer && Are(one.Element, other.Element),
        (ParameterSignature one, ParameterSignature other) => one.Index == other.Index && one.IsOfMethod == other.IsOfMethod,
        (ModifiedSignature one, ModifiedSignature other) => Are(one.Element, other.Element),
        (FunctionPointerSignature, FunctionPointerSignature) => true,
        _ => false,
    };

    private static bool Are(SignatureType[] left, SignatureType[] right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (!Are(left[i], right[i]))
                return false;
        }

        return true;
    }

    private static bool Are(NamedType left, NamedType right) =>
        left.Name == right.Name && left.Namespace == right.Namespace
        && (left.Outer is null ? right.Outer is null : right.Outer is not null && Are(left.Outer, right.Outer));
}
