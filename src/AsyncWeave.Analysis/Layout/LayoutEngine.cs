using System.Reflection.Metadata;
using AsyncWeave.Analysis.Layout.Rules;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Layout;

/// <summary>
/// Places the fields of types as the runtime aimed at would. Each closed type is laid out once. Whatever is wrong with a type ends in
/// an inexact layout that says so.
/// </summary>
internal sealed class LayoutEngine
{
    // No real struct or class chain comes near; a hostile one must not exhaust the stack.
    private const int DeepestNesting = 200;

    // Types laid out for one question. Generics can unfold into more of them than there are atoms; real questions need hundreds.
    private const int MostTypesAtOnce = 20_000;

    private readonly ImplementationResolver resolver;
    private readonly LayoutTarget target;
    private readonly ClosedTypes types;
    private readonly RowClosers closers;
    private readonly RowCloser? rows;
    private readonly Dictionary<DefinedClosedType, TypeLayout> known = [];
    private readonly HashSet<DefinedClosedType> inProgress = [];
    private InstanceLayout? last;
    private int laidOut;

    /// <param name="module">The analysed module, where its own types are asked for by their rows.</param>
    public LayoutEngine(ImplementationResolver resolver, OpenedModule? module = null)
    {
        this.resolver = resolver;
        target = LayoutTarget.Of(resolver.Target);
        types = new ClosedTypes(target.PointerSize);
        closers = new RowClosers(types, target.PointerSize);
        rows = module is null ? null : closers.Of(module.Rows);
    }

    /// <summary>Closes the signatures of the analysed module.</summary>
    public RowCloser Rows => rows ?? throw new InvalidOperationException("The engine was made without a module.");

    /// <summary>Lays out a struct or the instances of a class; open type parameters are assumed, and the result says what for.</summary>
    public TypeLayout Of(RowType type) => Of(closers.Of(type.Module), type.Handle);

    /// <summary>Lays out a type of the analysed module.</summary>
    public TypeLayout Of(TypeDefinitionHandle type) => Of(Rows, type);

    public TypeLayout Of(ClosedType type)
    {
        laidOut = 0;
        return type switch
        {
            DefinedClosedType defined => OfDefined(defined),
            UnknownClosedType unknown => Primitive(MemberShapes.UnknownSize, 1, unknown.Doubt),
            PlainClosedType plain => Primitive(plain.Size, plain.Size, null),
            _ => Primitive(target.PointerSize, target.PointerSize, null) with { IsValueType = false, ContainsReferences = true },
        };
    }

    /// <summary>Bytes of one object on the heap, and whether they are exact: without placing what nobody looks at.</summary>
    public (int Bytes, bool Exact) HeapSizeOf(ClosedType type)
    {
        if (type is DefinedClosedType defined && !known.ContainsKey(defined))
        {
            laidOut = 0;
            return Prepare(defined).HeapSize();
        }

        var layout = Of(type);
        return (layout.HeapSize, layout.Exact);
    }

    /// <summary>A definition of another module, closed.</summary>
    public ClosedType Close(ModuleRows module, TypeDefinitionHandle definition, params ClosedType[] arguments) => types.Define(closers.Of(module).DeclarationOf(definition), arguments);

    private TypeLayout Of(RowCloser closer, TypeDefinitionHandle type)
    {
        var assumptions = new GenericAssumptions();
        var layout = Of(closer.CloseSubject(type, assumptions));
        return assumptions.Describe() is { } text ? layout with { Assumes = text } : layout;
    }

    private TypeLayout OfDefined(DefinedClosedType type)
    {
        if (known.TryGetValue(type, out var layout))
            return layout;
        if (inProgress.Count >= DeepestNesting || ++laidOut > MostTypesAtOnce)
            return Primitive(MemberShapes.UnknownSize, 1, new Doubt(type.Name + " unfolds into more structs than any real type does"));
        if (!inProgress.Add(type))
            return Primitive(MemberShapes.UnknownSize, 1, new Doubt(type.Name + " contains itself"));
        try
        {
            var prepared = Prepare(type);
            layout = prepared.Build();
            last = prepared; // what it would save is asked next
        }
        finally
        {
            inProgress.Remove(type);
        }

        known.Add(type, layout);
        return layout;
    }

    /// <summary>What an instance would shrink by without a field, for each field that the type itself declares; of what is no struct or class for none.</summary>
    public FieldSavings SavedBytes(RowType type) => SavedBytes(closers.Of(type.Module).CloseSubject(type.Handle));

    /// <summary>The same of a type of the analysed module.</summary>
    public FieldSavings SavedBytes(TypeDefinitionHandle type) => SavedBytes(Rows.CloseSubject(type));

    private FieldSavings SavedBytes(ClosedType type)
    {
        if (type is not DefinedClosedType defined)
            return FieldSavings.None;
        if (last is { } asked && asked.Type == defined)
            return asked.Savings();
        laidOut = 0;
        return Prepare(defined).Savings();
    }

    private InstanceLayout Prepare(DefinedClosedType type)
    {
        var declaration = type.Declaration;
        var doubts = new Doubts();
        var baseLayout = BaseOf(type, doubts);
        var own = OwnFields(type, doubts);
        if (resolver.IsFromReferenceAssembly(declaration.Module) && Array.Exists(own, field => TypeFacts.IsDummy(field.Field)))
            doubts.Add(new Doubt(type.Name + " of " + declaration.AssemblyName + " was read from a reference assembly, which hides its fields"));
        if (SpecialAlignment.DependsOnProcessor(declaration.Namespace, declaration.Name, target))
            doubts.Add(new Doubt(type.Name + " is as big as the processor's vectors"));
        return new InstanceLayout(type, own, baseLayout, target, doubts);
    }

    private OwnField[] OwnFields(DefinedClosedType type, Doubts doubts)
    {
        var fields = type.Declaration.InstanceFields;
        if (fields.Length > LayoutLimits.Fields)
            doubts.Add(new Doubt(type.Name + " has more fields than any runtime loads"));
        var own = new OwnField[Math.Min(fields.Length, LayoutLimits.Fields)];
        for (var i = 0; i < own.Length; i++)
            own[i] = Describe(i, type, doubts);
        return own;
    }

    private TypeLayout? BaseOf(DefinedClosedType type, Doubts doubts)
    {
        switch (type.Declaration.CloseBase(type.Arguments))
        {
            case DefinedClosedType defined:
                var layout = OfDefined(defined);
                doubts.AddFrom(layout);
                return layout;
            case UnknownClosedType unknown:
                doubts.Add(unknown.Doubt);
                return null;
            default:
                return null;
        }
    }

    private OwnField Describe(int index, DefinedClosedType owner, Doubts doubts)
    {
        var field = owner.Declaration.InstanceFields[index];
        var closed = owner.Declaration.Close(index, owner.Arguments);
        var nested = closed is DefinedClosedType defined ? OfDefined(defined) : null;
        if (closed is UnknownClosedType unknown)
            doubts.Add(unknown.Doubt);
        if (nested is not null)
            doubts.AddFrom(nested);
        return new OwnField(field, closed, MemberShapes.Of(closed, nested, field, target), nested);
    }

    private TypeLayout Primitive(int size, int alignment, Doubt? doubt) => new(
        IsValueType: true, size, (int)HeapObject.SizeOf(size, target.PointerSize), alignment, ContainsReferences: false, doubt?.Reason, Assumes: null, [])
    {
        MissingAssemblies = doubt?.MissingAssembly is { } missing ? [missing] : [],
    };
}
