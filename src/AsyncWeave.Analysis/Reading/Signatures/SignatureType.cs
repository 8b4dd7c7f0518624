using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>A type as a signature spells it (ECMA-335 II.23.2.12); nothing is resolved.</summary>
/// <param name="isOpen">Type parameters stand in it: what it means depends on whose signature it is.</param>
internal abstract class SignatureType(bool isOpen)
{
    public bool IsOpen { get; } = isOpen;

    /// <summary>The name without namespace and arguments of the type, or of that which an array or pointer is of.</summary>
    public abstract string SimpleName { get; }

    /// <summary>The type itself, or the generic one that it instantiates; null for what has no row of its own.</summary>
    public virtual NamedType? Definition => null;
}

/// <param name="isValueType">As the signature says; a primitive is one but for object and string.</param>
internal sealed class NamedSignature(NamedType type, bool isValueType) : SignatureType(false)
{
    public NamedType Type { get; } = type;

    public bool IsValueType { get; } = isValueType;

    public override string SimpleName => Type.Name;

    public override NamedType? Definition => Type;
}

internal sealed class InstanceSignature(NamedSignature generic, SignatureType[] arguments)
    : SignatureType(Array.Exists(arguments, argument => argument.IsOpen))
{
    public NamedSignature Generic { get; } = generic;

    public SignatureType[] Arguments { get; } = arguments;

    public override string SimpleName => Generic.SimpleName;

    public override NamedType? Definition => Generic.Type;
}

/// <param name="shape">Null for the usual array of one dimension.</param>
internal sealed class ArraySignature(SignatureType element, ArrayShape? shape) : SignatureType(element.IsOpen)
{
    public SignatureType Element { get; } = element;

    public ArrayShape? Shape { get; } = shape;

    public int Rank => Shape?.Rank ?? 1;

    public override string SimpleName => Element.SimpleName;
}

/// <param name="isPointer">A pointer; otherwise a reference.</param>
internal sealed class PointerSignature(SignatureType element, bool isPointer) : SignatureType(element.IsOpen)
{
    public SignatureType Element { get; } = element;

    public bool IsPointer { get; } = isPointer;

    public override string SimpleName => Element.SimpleName;
}

internal sealed class ParameterSignature(int index, bool isOfMethod) : SignatureType(true)
{
    public int Index { get; } = index;

    public bool IsOfMethod { get; } = isOfMethod;

    public override string SimpleName => (IsOfMethod ? "!!" : "!") + Index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class ModifiedSignature(SignatureType element, NamedType? modifier, bool isRequired) : SignatureType(element.IsOpen)
{
    public SignatureType Element { get; } = element;

    public NamedType? Modifier { get; } = modifier;

    public bool IsRequired { get; } = isRequired;

    public override string SimpleName => Element.SimpleName;
}

/// <summary>A pointer to a function; nobody asks for more.</summary>
internal sealed class FunctionPointerSignature() : SignatureType(false)
{
    public static FunctionPointerSignature Instance { get; } = new();

    public override string SimpleName => "method";
}
