namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// Fields ordered by the runtime: references and wide primitives first, structs last. Every state machine is laid out so
/// (<c>MethodTableBuilder::PlaceInstanceFields</c>, coreclr/vm/methodtablebuilder.cpp; ECMA-335 II.10.1.2 leaves the order to the runtime).
/// </summary>
internal static class AutoLayout
{
    public static Placement Place(InstanceShape shape, LayoutTarget target)
    {
        var rules = AutoRules.Of(target);
        var offsets = new long[shape.Members.Length];
        var bias = BiasOf(shape, target);
        var position = PlacePlain(shape, offsets, rules, target);
        position = PlaceStructs(shape.Members, position, offsets, rules, target);
        for (var i = 0; bias > 0 && i < offsets.Length; i++)
            offsets[i] -= bias;

        if (!shape.IsValueType)
            return new Placement(offsets, position - bias, target.PointerSize);
        var rounding = RoundingOf(shape, position, WidestOf(shape.Members, rules, target), rules, target);
        return new Placement(offsets, Placement.Up(Math.Max(position, 1), rounding), rounding);
    }

    /// <summary>References and primitives; gives the position behind them.</summary>
    public static long PlacePlain(InstanceShape shape, long[] offsets, AutoRules rules, LayoutTarget target)
    {
        var position = StartOf(shape, target);
        var groups = new PlainGroups(shape.Members, target.PointerSize);
        if (shape.HasBase && position % target.PointerSize != 0)
            position = BaseClassGap.Fill(groups, position, offsets);
        return groups.PlaceRest(position, offsets, rules, target);
    }

    /// <summary>Where the first own field is looked for.</summary>
    public static long StartOf(InstanceShape shape, LayoutTarget target) => shape.BaseEnd + BiasOf(shape, target);

    /// <summary>Bytes: 1 at least, a power of two.</summary>
    /// <param name="widest">What <see cref="WidestOf"/> says of the fields.</param>
    public static int RoundingOf(InstanceShape shape, long end, int widest, AutoRules rules, LayoutTarget target)
    {
        var bytes = Math.Max(end, 1);
        if (target.IsArm32 && shape.RequiresAlign8)
            return 8;
        if (bytes > target.PointerSize)
            return rules.Rounding(shape.ContainsReferences, widest, target);
        var power = 1;
        while (power < bytes)
            power *= 2;
        return power;
    }

    /// <summary>Bytes: the largest alignment among the fields, primitives counting as pointers.</summary>
    public static int WidestOf(MemberShape[] members, AutoRules rules, LayoutTarget target)
    {
        var widest = 1;
        foreach (var member in members)
            widest = Math.Max(widest, WidthOf(member, rules, target));
        return widest;
    }

    public static int WidthOf(in MemberShape member, AutoRules rules, LayoutTarget target) =>
        member.Group == MemberGroup.ByValue ? rules.StructAlignment(member, target) : target.PointerSize;

    private static long PlaceStructs(MemberShape[] members, long position, long[] offsets, AutoRules rules, LayoutTarget target)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Group != MemberGroup.ByValue)
                continue;
            offsets[i] = Placement.Up(position, rules.StructAlignment(members[i], target));
            position = rules.AfterStruct(offsets[i] + members[i].Size);
        }

        return position;
    }

    /// <summary>The fields of an object on 32-bit arm start 4 bytes behind a multiple of 8.</summary>
    private static int BiasOf(InstanceShape shape, LayoutTarget target) => target.IsArm32 && !shape.IsValueType ? 4 : 0;
}
