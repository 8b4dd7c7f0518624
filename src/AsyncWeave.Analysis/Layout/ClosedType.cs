using System.Runtime.CompilerServices;

namespace AsyncWeave.Analysis.Layout;

/// <summary>A type with nothing left open, in the terms of the layout rules. One object stands for one type, so that identity is reference equality.</summary>
internal abstract class ClosedType
{
    /// <summary>Full metadata name with type arguments.</summary>
    public abstract string Name { get; }

    /// <summary>Characters of the name.</summary>
    public virtual int NameLength => Name.Length;

    /// <summary>How deep type arguments stand in type arguments; what grows without end in an endless expansion.</summary>
    public virtual int Depth => 0;

    /// <summary>For keys: what is one object per identity goes by the object, the rest by name.</summary>
    public virtual int KeyHash => StringComparer.Ordinal.GetHashCode(Name);
}

/// <summary>Class, interface, array, delegate, or a type parameter taken for one.</summary>
internal sealed class ReferenceClosedType(string name) : ClosedType
{
    public override string Name => name;
}

/// <summary>Primitive, enum, pointer.</summary>
/// <param name="size">Bytes.</param>
internal sealed class PlainClosedType(string name, int size) : ClosedType
{
    public override string Name => name;

    public int Size { get; } = size;

    /// <summary>False for bool and char, which marshalling converts.</summary>
    public bool IsBlittable { get; } = name is not ("System.Boolean" or "System.Char");
}

/// <summary>A struct or class with its definition and arguments.</summary>
internal sealed class DefinedClosedType(TypeDeclaration declaration, ClosedType[] arguments) : ClosedType
{
    private string? name;

    public override string Name => name ??= TypeNames.Of(Declaration, Arguments);

    // Brackets and commas are as many as arguments, and one more.
    public override int NameLength { get; } = declaration.FullName.Length + (arguments.Length == 0 ? 0 : arguments.Length + 1 + arguments.Sum(argument => argument.NameLength));

    public TypeDeclaration Declaration { get; } = declaration;

    public ClosedType[] Arguments { get; } = arguments;

    public override int Depth { get; } = arguments.Length == 0 ? 0 : 1 + arguments.Max(argument => argument.Depth);

    public override int KeyHash => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A struct that was not found, or cannot be.</summary>
internal sealed class UnknownClosedType(string name, Doubt doubt) : ClosedType
{
    public override string Name => name;

    public Doubt Doubt { get; } = doubt;
}

/// <summary>Why a size may be wrong.</summary>
/// <param name="MissingAssembly">Simple name of the assembly that was not found; null where something else is the matter.</param>
internal sealed record Doubt(string Reason, string? MissingAssembly = null);
