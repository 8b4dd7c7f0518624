using AsyncWeave.Analysis.Layout.Rules;

namespace AsyncWeave.Analysis.Layout;

/// <summary>The size of a type with one of its fields left out, for every field; nearly linear in their number.</summary>
internal sealed class FieldRemoval
{
    // Only state machines that no compiler makes are laid out otherwise than automatically; there each field means a layout of its own.
    private const int MostDirectLayouts = 1_000;

    private readonly InstanceShape shape;
    private readonly LayoutTarget target;
    private readonly AutoRules rules;
    private readonly Func<InstanceShape, long> sizeOf;
    private readonly RemovalRounding rounding;
    private readonly MemberShape[] structs;
    private readonly long[] sizes;

    private FieldRemoval(InstanceShape shape, LayoutTarget target, Func<InstanceShape, long> sizeOf)
    {
        this.shape = shape;
        this.target = target;
        this.sizeOf = sizeOf;
        rules = AutoRules.Of(target);
        rounding = new RemovalRounding(shape, rules, target);
        structs = Array.FindAll(shape.Members, member => member.Group == MemberGroup.ByValue);
        sizes = new long[shape.Members.Length];
    }

    /// <param name="sizeOf">Bytes of a shape; the plain way.</param>
    public static long[] SizesWithoutOne(InstanceShape shape, TypeDeclaration type, LayoutTarget target, Func<InstanceShape, long> sizeOf)
    {
        if (!StaysAutomatic(shape, type))
            return DirectSizes(shape, sizeOf);
        var removal = new FieldRemoval(shape, target, sizeOf);
        removal.RemovePlain();
        removal.RemoveStructs();
        return removal.sizes;
    }

    private static long[] DirectSizes(InstanceShape shape, Func<InstanceShape, long> sizeOf)
    {
        var whole = sizeOf(shape);
        var sizes = new long[shape.Members.Length];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = sizes.Length <= MostDirectLayouts ? sizeOf(shape.Without(i)) : whole;
        return sizes;
    }

    private static bool StaysAutomatic(InstanceShape shape, TypeDeclaration type)
    {
        if (type.IsExplicitLayout || !type.IsSequentialLayout)
            return !type.IsExplicitLayout;
        var withReferences = 0;
        foreach (var member in shape.Members)
            withReferences += member.ContainsReferences ? 1 : 0;
        return withReferences > 1;
    }

    /// <summary>Primitives of one size stand in a row, so that it does not matter which of them is missing.</summary>
    private void RemovePlain()
    {
        var known = new long[PlainGroups.Kinds];
        var groups = new PlainGroups(shape.Members, target.PointerSize);
        for (var i = 0; i < sizes.Length; i++)
        {
            var member = shape.Members[i];
            if (member.Group == MemberGroup.ByValue)
                continue;
            ref var size = ref known[PlainGroups.KindOf(member)];
            if (size == 0)
                size = Without(i, groups);
            sizes[i] = size;
        }
    }

    // The gap behind a base class's fields is filled with whatever fits: there the plain way is taken.
    private long Without(int plain, PlainGroups groups) => shape.HasBase
        ? sizeOf(shape.Without(plain))
        : rounding.Round(plain, StructRow.End(structs, groups.EndWithout(shape.Members[plain], AutoLayout.StartOf(shape, target), rules, target), rules, target)) ?? sizeOf(shape.Without(plain));

    private void RemoveStructs()
    {
        if (structs.Length == 0)
            return;
        var start = AutoLayout.PlacePlain(shape, new long[sizes.Length], rules, target);
        var ends = StructRow.EndsWithoutOne(structs, start, rules, target);
        for (int i = 0, place = 0; i < sizes.Length; i++)
        {
            if (shape.Members[i].Group == MemberGroup.ByValue)
                sizes[i] = rounding.Round(i, ends[place++]) ?? sizeOf(shape.Without(i));
        }
    }
}
