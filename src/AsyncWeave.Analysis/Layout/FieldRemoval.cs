using AsyncWeave.Analysis.Layout.Rules;

namespace AsyncWeave.Analysis.Layout;

/// <summary>The size of a type with one of its fields left out, for every field; nearly linear in their number.</summary>
internal static class FieldRemoval
{
    // Only state machines that no compiler makes are laid out otherwise than automatically; there each field means a layout of its own.
    private const int MostDirectLayouts = 1_000;

    /// <param name="sizeOf">Bytes of a shape; the plain way.</param>
    public static long[] SizesWithoutOne(InstanceShape shape, TypeDeclaration type, LayoutTarget target, Func<InstanceShape, long> sizeOf)
    {
        var sizes = new long[shape.Members.Length];
        if (!StaysAutomatic(shape, type))
        {
            var whole = sizeOf(shape);
            for (var i = 0; i < sizes.Length; i++)
                sizes[i] = sizes.Length <= MostDirectLayouts ? sizeOf(shape.Without(i)) : whole;
            return sizes;
        }

        RemovePlain(shape, sizes, sizeOf);
        RemoveStructs(shape, sizes, target, sizeOf);
        return sizes;
    }

    private static bool StaysAutomatic(InstanceShape shape, TypeDeclaration type) =>
        !type.IsExplicitLayout && (!type.IsSequentialLayout || shape.Members.Count(member => member.ContainsReferences) > 1);

    /// <summary>Primitives of one size stand in a row, so that it does not matter which of them is missing.</summary>
    private static void RemovePlain(InstanceShape shape, long[] sizes, Func<InstanceShape, long> sizeOf)
    {
        var known = new Dictionary<(MemberGroup, long), long>();
        for (var i = 0; i < sizes.Length; i++)
        {
            var member = shape.Members[i];
            if (member.Group == MemberGroup.ByValue)
                continue;
            if (!known.TryGetValue((member.Group, member.Size), out var size))
                known[(member.Group, member.Size)] = size = sizeOf(shape.Without(i));
            sizes[i] = size;
        }
    }

    private static void RemoveStructs(InstanceShape shape, long[] sizes, LayoutTarget target, Func<InstanceShape, long> sizeOf)
    {
        var rules = AutoRules.Of(target);
        var row = new List<int>();
        for (var i = 0; i < sizes.Length; i++)
        {
            if (shape.Members[i].Group == MemberGroup.ByValue)
                row.Add(i);
        }

        var start = AutoLayout.PlacePlain(shape, new long[sizes.Length], rules, target);
        var ends = StructRow.EndsWithoutOne(row.ConvertAll(i => shape.Members[i]), start, rules, target);
        var rounding = new RemovalRounding(shape, rules, target);
        for (var i = 0; i < ends.Length; i++)
            sizes[row[i]] = rounding.Round(row[i], ends[i]) ?? sizeOf(shape.Without(row[i]));
    }
}
