using AsyncWeave.Analysis.Layout.Rules;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;

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
    private readonly TypeCloser closer;
    private readonly Dictionary<DefinedClosedType, TypeLayout> known = [];
    private readonly HashSet<DefinedClosedType> inProgress = [];
    private int laidOut;

    // Fields and bases are closed by their owner's arguments; nothing in them is left to assume.
    private readonly GenericAssumptions unheard = new();

    public LayoutEngine(ImplementationResolver resolver)
    {
        this.resolver = resolver;
        target = LayoutTarget.Of(resolver.Target);
        closer = new TypeCloser(resolver, target.PointerSize);
    }

    /// <summary>Lays out a struct or the instances of a class; open type parameters are assumed, and the result says what for.</summary>
    public TypeLayout Of(TypeReference type)
    {
        laidOut = 0;
        var assumptions = new GenericAssumptions();
        var layout = closer.CloseSubject(type, assumptions) switch
        {
            DefinedClosedType defined => OfDefined(defined),
            UnknownClosedType unknown => Primitive(MemberShapes.UnknownSize, 1, unknown.Doubt),
            PlainClosedType plain => Primitive(plain.Size, plain.Size, null),
            _ => Primitive(target.PointerSize, target.PointerSize, null) with { IsValueType = false, ContainsReferences = true },
        };
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
            layout = Compute(type);
        }
        finally
        {
            inProgress.Remove(type);
        }

        known.Add(type, layout);
        return layout;
    }

    /// <summary>What an instance would shrink by without a field, for each field that the type itself declares.</summary>
    /// <returns>Bytes by raw field token; empty for what is no struct or class.</returns>
    public IReadOnlyDictionary<uint, int> SavedBytes(TypeReference type)
    {
        laidOut = 0;
        var saved = new Dictionary<uint, int>();
        if (closer.CloseSubject(type, new GenericAssumptions()) is not DefinedClosedType defined)
            return saved;
        var own = OwnFields(defined, new Doubts());
        var savings = new InstanceLayout(defined, own, BaseOf(defined, new Doubts()), target, new Doubts()).Savings();
        for (var i = 0; i < own.Length; i++)
            saved[own[i].Field.MetadataToken.ToUInt32()] = savings[i];
        return saved;
    }

    private TypeLayout Compute(DefinedClosedType type)
    {
        var definition = type.Definition;
        var doubts = new Doubts();
        var baseLayout = BaseOf(type, doubts);
        var own = OwnFields(type, doubts);
        if (resolver.IsFromReferenceAssembly(definition.Module) && Array.Exists(own, field => TypeFacts.IsDummy(field.Field)))
            doubts.Add(new Doubt(type.Name + " of " + definition.Module.Assembly.Name.Name + " was read from a reference assembly, which hides its fields"));
        if (SpecialAlignment.DependsOnProcessor(definition.Namespace, definition.Name, target))
            doubts.Add(new Doubt(type.Name + " is as big as the processor's vectors"));
        return new InstanceLayout(type, own, baseLayout, target, doubts).Build();
    }

    private OwnField[] OwnFields(DefinedClosedType type, Doubts doubts)
    {
        var fields = TypeFacts.InstanceFields(type.Definition);
        if (fields.Count > LayoutLimits.Fields)
            doubts.Add(new Doubt(type.Name + " has more fields than any runtime loads"));
        var own = new OwnField[Math.Min(fields.Count, LayoutLimits.Fields)];
        for (var i = 0; i < own.Length; i++)
            own[i] = Describe(fields[i], type, doubts);
        return own;
    }

    private TypeLayout? BaseOf(DefinedClosedType type, Doubts doubts)
    {
        var definition = type.Definition;
        if (definition.IsValueType || definition.BaseType is not { } parent || TypeFacts.IsRoot(parent))
            return null;
        switch (closer.CloseBase(parent, type.Arguments, unheard))
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

    private OwnField Describe(FieldDefinition field, DefinedClosedType owner, Doubts doubts)
    {
        var closed = closer.Close(field.FieldType, owner.Arguments, unheard);
        var nested = closed is DefinedClosedType defined ? OfDefined(defined) : null;
        if (closed is UnknownClosedType unknown)
            doubts.Add(unknown.Doubt);
        if (nested is not null)
            doubts.AddFrom(nested);
        return new OwnField(field, closed.Name, MemberShapes.Of(closed, nested, field, target), nested);
    }

    private TypeLayout Primitive(int size, int alignment, Doubt? doubt) => new(
        IsValueType: true, size, (int)HeapObject.SizeOf(size, target.PointerSize), alignment, ContainsReferences: false, doubt?.Reason, Assumes: null, [])
    {
        MissingAssemblies = doubt?.MissingAssembly is { } missing ? [missing] : [],
    };
}
