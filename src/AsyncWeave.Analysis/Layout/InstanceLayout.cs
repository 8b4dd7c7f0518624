using AsyncWeave.Analysis.Layout.Rules;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Layout;

/// <summary>One type between its described fields and its finished layout.</summary>
internal sealed class InstanceLayout(
    DefinedClosedType type, OwnField[] own, TypeLayout? baseLayout, LayoutTarget target, Doubts doubts)
{
    private readonly TypeDefinition definition = type.Definition;

    public TypeLayout Build()
    {
        var shape = Shape();
        var kind = LayoutChoice.Of(definition, shape, baseLayout);
        var placement = Place(shape, kind);
        var repeat = Repetition(placement, kind);
        var alignment = AlignmentOf(shape, placement);
        var size = Bounded(placement.Size * repeat);

        var isBuffer = repeat > 1 || TypeFacts.IsFixedBuffer(definition, own);
        var bodySize = definition.IsValueType ? size : Placement.Up(size, target.PointerSize);
        var tiling = FieldTiling.Of(baseLayout, own, placement.Offsets, bodySize, isBuffer);
        return new TypeLayout(definition.IsValueType, (int)size, (int)Bounded(HeapObject.SizeOf(size, target.PointerSize)), alignment,
            shape.ContainsReferences, doubts.Reason, Assumes: null, tiling.Fields)
        {
            Padding = tiling.Padding,
            FieldsAtAnyDepth = tiling.FieldsAtAnyDepth,
            MissingAssemblies = doubts.MissingAssemblies,
            RequiresAlign8 = shape.RequiresAlign8,
            Kind = kind,
            Modules = ModulesIn(),
        };
    }

    private InstanceShape Shape()
    {
        var members = Array.ConvertAll(own, field => field.Shape);
        var pack = definition.PackingSize > 0 ? definition.PackingSize : 0;
        return new InstanceShape(
            definition.IsValueType,
            members,
            BaseEnd: baseLayout is null ? 0 : BaseClassEnd.Of(definition, baseLayout, target),
            HasBase: baseLayout is not null,
            pack,
            DeclaredSize: Math.Max(definition.ClassSize, 0),
            ContainsReferences: baseLayout is { ContainsReferences: true } || Array.Exists(members, member => member.ContainsReferences),
            RequiresAlign8: baseLayout is { RequiresAlign8: true }
                || Array.Exists(members, member => member.RequiresAlign8) && !(pack is > 0 and < 8));
    }

    private Placement Place(InstanceShape shape, PlacementKind kind) => kind switch
    {
        PlacementKind.Explicit => ExplicitLayout.Place(shape, target),
        PlacementKind.Sequential => SequentialLayout.Place(shape, target),
        _ => AutoLayout.Place(shape, target),
    };

    private int AlignmentOf(InstanceShape shape, Placement placement)
    {
        var special = SpecialAlignment.Of(definition.Namespace, definition.Name, target);
        return special > 0 && !shape.ContainsReferences ? special : placement.Alignment;
    }

    /// <summary>How often the one element of an inline array stands in it; 1 for everything else.</summary>
    private long Repetition(Placement placement, PlacementKind kind)
    {
        if (!definition.IsValueType || TypeFacts.InlineArrayLength(definition) is not { } length)
            return 1;
        if (length > 0 && own.Length == 1 && kind != PlacementKind.Explicit && placement.Size * length <= LayoutLimits.InlineArray)
            return length;
        doubts.Add(new Doubt(type.Name + " is an inline array that no runtime loads"));
        return 1;
    }

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
