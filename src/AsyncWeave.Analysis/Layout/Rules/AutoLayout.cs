namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// Fields ordered by the runtime: references and wide primitives first, structs last. Every state machine is laid out so.
/// Mirrors <c>MethodTableBuilder::PlaceInstanceFields</c> (coreclr/vm/methodtablebuilder.cpp) of .NET 8 to 10.
/// </summary>
internal static class AutoLayout
{
    public static Placement Place(InstanceShape shape, LayoutTarget target)
    {
        var offsets = new long[shape.Members.Length];
        // The fields of an object on 32-bit arm start 4 bytes behind a multiple of 8.
        var bias = target.IsArm32 && !shape.IsValueType ? 4 : 0;
        var position = shape.BaseEnd + bias;

        var groups = new PlainGroups(shape.Members, target.PointerSize);
        if (shape.HasBase && position % target.PointerSize != 0)
            position = BaseClassGap.Fill(groups, position, offsets);
        position = groups.PlaceRest(position, offsets, target);
        position = PlaceByValue(shape.Members, position, offsets, target, out var widest);

        for (var i = 0; bias > 0 && i < offsets.Length; i++)
            offsets[i] -= bias;
        return shape.IsValueType
            ? Struct(shape, position, widest, offsets, target)
            : new Placement(offsets, position - bias, target.PointerSize);
    }

    private static long PlaceByValue(MemberShape[] members, long position, long[] offsets, LayoutTarget target, out int widest)
    {
        widest = 1;
        for (var i = 0; i < members.Length; i++)
        {
            var member = members[i];
            if (member.Group != MemberGroup.ByValue)
            {
                widest = Math.Max(widest, target.PointerSize);
                continue;
            }

            var alignment = AlignmentOf(member, target);
            widest = Math.Max(widest, alignment);
            offsets[i] = Placement.Up(position, alignment);
            position = offsets[i] + member.Size;
        }

        return position;
    }

    private static int AlignmentOf(in MemberShape member, LayoutTarget target)
    {
        if (target.IsArm32 && member.RequiresAlign8)
            return 8;
        return member.ContainsReferences ? target.PointerSize : member.Alignment;
    }

    private static Placement Struct(InstanceShape shape, long end, int widest, long[] offsets, LayoutTarget target)
    {
        var bytes = Math.Max(end, 1);
        var rounding = RoundingOf(shape, bytes, widest, target);
        return new Placement(offsets, Placement.Up(bytes, rounding), rounding);
    }

    private static int RoundingOf(InstanceShape shape, long bytes, int widest, LayoutTarget target)
    {
        if (target.IsArm32 && shape.RequiresAlign8)
            return 8;
        if (bytes > target.PointerSize)
            return shape.ContainsReferences ? target.PointerSize : widest;
        var power = 1;
        while (power < bytes)
            power *= 2;
        return power;
    }
}
