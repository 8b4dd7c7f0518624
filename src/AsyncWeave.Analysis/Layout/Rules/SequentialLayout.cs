namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// Fields in declaration order, as in C. Only for types without any reference inside: one reference, and the runtime orders the fields itself.
/// Mirrors <c>EEClassLayoutInfo</c> (coreclr/vm/classlayoutinfo.cpp); ECMA-335 II.10.1.2 for Pack and Size.
/// </summary>
internal static class SequentialLayout
{
    public static Placement Place(InstanceShape shape, LayoutTarget target)
    {
        var offsets = new long[shape.Members.Length];
        var position = shape.BaseEnd;
        var largest = shape.Base is { Kind: PlacementKind.Sequential } parent ? parent.Alignment : 1;
        for (var i = 0; i < offsets.Length; i++)
        {
            var alignment = AlignmentOf(shape.Members[i], shape.Pack, target);
            largest = Math.Max(largest, alignment);
            offsets[i] = Placement.Up(position, alignment);
            position = offsets[i] + shape.Members[i].Size;
        }

        return new Placement(offsets, SizeOf(shape, position, largest), largest);
    }

    public static int AlignmentOf(in MemberShape member, int pack, LayoutTarget target)
    {
        var alignment = member.Group == MemberGroup.ByValue ? member.Alignment
            : member.Group == MemberGroup.Reference ? target.PointerSize
            : (int)member.Size;
        return pack > 0 ? Math.Min(alignment, pack) : alignment;
    }

    public static long SizeOf(InstanceShape shape, long end, int largestAlignment)
    {
        if (!shape.IsValueType && end == 0 && shape.DeclaredSize == 0)
            return 0;
        var size = shape.DeclaredSize > 0
            ? Math.Max(end, shape.BaseEnd + shape.DeclaredSize)
            : Placement.Up(end, largestAlignment);
        return Math.Max(size, 1);
    }
}
