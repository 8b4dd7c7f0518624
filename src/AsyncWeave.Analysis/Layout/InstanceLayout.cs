using AsyncWeave.Analysis.Layout.Rules;

namespace AsyncWeave.Analysis.Layout;

/// <summary>One type between its described fields and its finished layout.</summary>
internal sealed class InstanceLayout(
    DefinedClosedType type, OwnField[] own, TypeLayout? baseLayout, LayoutTarget target, Doubts doubts)
{
    private readonly TypeDeclaration definition = type.Declaration;
    private InstanceShape? shape;

    public DefinedClosedType Type => type;

    private InstanceShape Shape => shape ??= ReadShape();

    public TypeLayout Build()
    {
        var kind = LayoutChoice.Of(definition, Shape, target);
        var placement = Place(Shape, kind);
        var repeat = Repetition(placement, kind);
        var size = Bounded(placement.Size * repeat);

        var fillsWhole = repeat > 1 || TypeFacts.IsFixedBuffer(definition, own);
        var end = definition.IsValueType ? size : Placement.Up(size, target.PointerSize);
        var tiling = FieldTiling.Of(baseLayout, own, placement.Offsets, end, fillsWhole);
        return new TypeLayout(definition.IsValueType, (int)size, HeapSizeOf(size), AlignmentOf(Shape, placement, repeat, kind),
            Shape.ContainsReferences, doubts.Reason, Assumes: null, tiling.Fields)
        {
            Padding = tiling.Padding,
            FieldsAtAnyDepth = tiling.FieldsAtAnyDepth,
            MissingAssemblies = doubts.MissingAssemblies,
            RequiresAlign8 = Shape.RequiresAlign8,
            IsBlittable = kind != PlacementKind.Auto && Shape.IsBlittable,
            Kind = kind,
            Modules = ModulesIn(),
        };
    }

    /// <summary>What the instance shrinks by, in bytes, for each own field that were left out.</summary>
    public FieldSavings Savings()
    {
        var whole = SizeOf(Shape);
        var without = FieldRemoval.SizesWithoutOne(Shape, definition, target, SizeOf);
        var saved = new int[without.Length];
        for (var i = 0; i < saved.Length; i++)
            saved[i] = definition.IsValueType ? (int)Bounded(whole - without[i]) : HeapSizeOf(whole) - HeapSizeOf(without[i]);
        return new FieldSavings(own, saved);
    }

    /// <summary>Bytes of one object, and whether they are exact.</summary>
    public (int Bytes, bool Exact) HeapSize()
    {
        var kind = LayoutChoice.Of(definition, Shape, target);
        var placement = Place(Shape, kind);
        var size = Bounded(placement.Size * Repetition(placement, kind));
        return (HeapSizeOf(size), doubts.Reason is null);
    }

    private InstanceShape ReadShape()
    {
        var members = Array.ConvertAll(own, field => field.Shape);
        var baseEnd = baseLayout is null ? 0 : BaseClassEnd.Of(definition, baseLayout, target);
        return new InstanceShape(
            definition.IsValueType, members, baseEnd, baseLayout, definition.Pack, definition.DeclaredSize)
        {
            IsBlittable = type.Arguments.Length == 0 && type.Name != "System.Decimal" && Array.TrueForAll(members, member => member.IsBlittable),
        };
    }

    private long SizeOf(InstanceShape shape) => Place(shape, LayoutChoice.Of(definition, shape, target)).Size;

    private Placement Place(InstanceShape shape, PlacementKind kind) => kind switch
    {
        PlacementKind.Explicit => shape.IsValueType ? ExplicitLayout.Place(shape, target) : ExplicitClassLayout.Place(shape, target),
        PlacementKind.Sequential => SequentialLayout.Place(shape, target),
        _ => AutoLayout.Place(shape, target),
    };

    private int AlignmentOf(InstanceShape shape, Placement placement, long repeat, PlacementKind kind)
    {
        if (shape.ContainsReferences)
            return target.PointerSize;
        if (SpecialAlignment.Of(definition.Namespace, definition.Name, target) is > 0 and var special)
            return special;
        return repeat > 1 && kind == PlacementKind.Auto
            ? InlineArrayAlignment(placement, own[0].Shape.Size, placement.Size * repeat)
            : placement.Alignment;
    }

    /// <summary>
    /// The runtime notes an automatic struct's alignment only where it differs from what its bytes suggest, and it does so before it
    /// repeats the element; without the note the alignment is that of all elements together, even 3, 5, 6 or 7.
    /// </summary>
    private int InlineArrayAlignment(Placement element, long elementBytes, long allBytes) =>
        element.Alignment == Math.Min(elementBytes, target.PointerSize) ? (int)Math.Min(allBytes, target.PointerSize) : element.Alignment;

    /// <summary>How often the one element of an inline array stands in it; 1 for everything else.</summary>
    private long Repetition(Placement placement, PlacementKind kind)
    {
        if (!definition.IsValueType || definition.InlineArrayLength is not { } length)
            return 1;
        if (length > 0 && own.Length == 1 && kind != PlacementKind.Explicit && placement.Size * length <= LayoutLimits.Instance)
            return length;
        doubts.Add(new Doubt(type.Name + " is an inline array that no runtime loads"));
        return 1;
    }

    private int HeapSizeOf(long size) => (int)Math.Min(HeapObject.SizeOf(size, target.PointerSize), LayoutLimits.Instance);

    private long Bounded(long size)
    {
        if (size <= LayoutLimits.Instance)
            return size;
        doubts.Add(new Doubt(type.Name + " is bigger than any runtime allows"));
        return LayoutLimits.Instance;
    }

    /// <summary>The modules whose fields a derived class builds on: this one, its bases', and those of the structs inside.</summary>
    private ModuleSet ModulesIn()
    {
        var modules = ModuleSet.Of(definition.Module);
        if (baseLayout is not null)
            modules = modules.With(baseLayout.Modules);
        foreach (var field in own)
        {
            if (field.Nested is { } nested)
                modules = modules.With(nested.Modules);
        }

        return modules;
    }
}
