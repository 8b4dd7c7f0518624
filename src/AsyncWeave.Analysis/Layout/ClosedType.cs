using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Layout;

/// <summary>A type with nothing left open, in the terms of the layout rules. One object stands for one type, so that identity is reference equality.</summary>
/// <param name="name">Full metadata name with type arguments.</param>
internal abstract class ClosedType(string name)
{
    public string Name { get; } = name;

    /// <summary>How deep type arguments stand in type arguments; what grows without end in an endless expansion.</summary>
    public virtual int Depth => 0;

    /// <summary>For keys: what is one object per identity goes by the object, the rest by name.</summary>
    public virtual int KeyHash { get; } = StringComparer.Ordinal.GetHashCode(name);
}

/// <summary>Class, interface, array, delegate, or a type parameter taken for one.</summary>
internal sealed class ReferenceClosedType(string name) : ClosedType(name);

/// <summary>Primitive, enum, pointer.</summary>
/// <param name="size">Bytes.</param>
internal sealed class PlainClosedType(string name, int size) : ClosedType(name)
{
    public int Size { get; } = size;

    /// <summary>False for bool and char, which marshalling converts.</summary>
    public bool IsBlittable { get; } = name is not ("System.Boolean" or "System.Char");
}

/// <summary>A struct or class with its definition and arguments.</summary>
internal sealed class DefinedClosedType(string name, TypeDefinition definition, ClosedType[] arguments) : ClosedType(name)
{
    public TypeDefinition Definition { get; } = definition;

    public ClosedType[] Arguments { get; } = arguments;

    public override int Depth { get; } = arguments.Length == 0 ? 0 : 1 + arguments.Max(argument => argument.Depth);

    public override int KeyHash => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A struct that was not found, or cannot be.</summary>
internal sealed class UnknownClosedType(string name, Doubt doubt) : ClosedType(name)
{
    public Doubt Doubt { get; } = doubt;
}

/// <summary>Why a size may be wrong.</summary>
/// <param name="MissingAssembly">Simple name of the assembly that was not found; null where something else is the matter.</param>
internal sealed record Doubt(string Reason, string? MissingAssembly = null);
