namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// Fields of structs at their declared offsets. Mirrors <c>MethodTableBuilder::HandleExplicitLayout</c> (coreclr/vm/methodtablebuilder.cpp);
/// ECMA-335 II.10.7.
/// </summary>
internal static class ExplicitLayout
{
    public static Placement Place(InstanceShape shape, LayoutTarget target)
    {
        var offsets = new long[shape.Members.Length];
        var end = PlaceAt(shape.Members, 0, offsets);
        var largest = 1;
        foreach (var member in shape.Members)
            largest = Math.Max(largest, SequentialLayout.AlignmentOf(member, shape.Pack, target));

        // .NET Framework and .NET Core up to 3.1 round, and heed Size, only where the struct could be handed to native code as it is.
        var size = target.IsLegacy && !shape.IsBlittable ? Math.Max(end, 1) : SequentialLayout.SizeOf(shape, end, largest);
        // What the garbage collector follows must end at a pointer's boundary, whatever Pack and Size say.
        return shape.ContainsReferences
            ? new Placement(offsets, Placement.Up(size, target.PointerSize), target.PointerSize)
            : new Placement(offsets, size, largest);
    }

    /// <summary>The end of the fields when their offsets count from a start.</summary>
    public static long PlaceAt(MemberShape[] members, long start, long[] offsets)
    {
        var end = start;
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = start + Math.Max(members[i].ExplicitOffset, 0);
            end = Math.Max(end, offsets[i] + members[i].Size);
        }

        return end;
    }
}
