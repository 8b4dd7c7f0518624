namespace AsyncWeave.Analysis.Layout;

/// <summary>
/// What the layout rules ask of a struct's or class's definition, from the rows of the analysed module or from Cecil's view of another one.
/// One object stands for one definition.
/// </summary>
internal abstract class TypeDeclaration
{
    private DeclaredField[]? fields;
    private OpenParameter[]? parameters;

    public abstract string Namespace { get; }

    public abstract string Name { get; }

    /// <summary><c>Namespace.Outer/Inner`1</c>.</summary>
    public abstract string FullName { get; }

    /// <summary>Stands for the module in comparisons.</summary>
    public abstract object Module { get; }

    /// <summary>Simple name; null for a module without an assembly.</summary>
    public abstract string? AssemblyName { get; }

    /// <summary>Compiled ahead of time.</summary>
    public abstract bool IsReadyToRun { get; }

    public abstract bool IsValueType { get; }

    public abstract bool IsEnum { get; }

    public abstract bool IsExplicitLayout { get; }

    public abstract bool IsSequentialLayout { get; }

    /// <summary>0 where none is declared.</summary>
    public abstract int Pack { get; }

    /// <summary>0 where none is declared.</summary>
    public abstract int DeclaredSize { get; }

    /// <summary>The argument of <c>[InlineArray(n)]</c>; null where the attribute is absent.</summary>
    public abstract int? InlineArrayLength { get; }

    /// <summary>In declaration order, as many as a runtime would load and one more.</summary>
    public DeclaredField[] InstanceFields => fields ??= ReadFields();

    public OpenParameter[] Parameters => parameters ??= ReadParameters();

    /// <summary>The type of an instance field.</summary>
    public abstract ClosedType Close(int field, ClosedType[] arguments);

    /// <summary>Bytes of an enum; 0 where it has no underlying type that the runtime would accept.</summary>
    public abstract int EnumSize(int pointerSize);

    /// <summary>The base class; null where there is none with fields or a layout to hand on.</summary>
    public abstract ClosedType? CloseBase(ClosedType[] arguments);

    protected abstract DeclaredField[] ReadFields();

    protected abstract OpenParameter[] ReadParameters();
}

/// <param name="Token">Raw metadata token in the module that declares it.</param>
/// <param name="Offset">Bytes, as declared; -1 where it declares none.</param>
internal readonly record struct DeclaredField(string Name, uint Token, int Offset);

/// <summary>A type parameter that nothing closes.</summary>
/// <param name="IsEnum">Constrained to <c>System.Enum</c>.</param>
/// <param name="IsValueType">Constrained to <c>struct</c>.</param>
internal readonly record struct OpenParameter(string Name, bool IsEnum, bool IsValueType);
