namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// Fields at their declared offsets. Mirrors <c>MethodTableBuilder::HandleExplicitLayout</c> (coreclr/vm/methodtablebuilder.cpp);
/// ECMA-335 II.10.7.
/// </summary>
internal static class ExplicitLayout
{
    public static Placement Place(InstanceShape shape, LayoutTarget target)
    {
        var offsets = new long[shape.Members.Length];
        var end = shape.BaseEnd;
        var largest = 1;
        for (var i = 0; i < offsets.Length; i++)
        {
            var member = shape.Members[i];
            largest = Math.Max(largest, SequentialLayout.AlignmentOf(member, shape.Pack, target));
            offsets[i] = shape.BaseEnd + Math.Max(member.ExplicitOffset, 0);
            end = Math.Max(end, offsets[i] + member.Size);
        }

        // .NET Framework and .NET Core up to 3.1 round, and heed Size, only where the struct could be handed to native code as it is.
        var size = target.IsLegacy && !shape.IsBlittable ? Math.Max(end, 1) : SequentialLayout.SizeOf(shape, end, largest);
        // What the garbage collector follows must end at a pointer's boundary, whatever Pack and Size say.
        return shape.ContainsReferences
            ? new Placement(offsets, Placement.Up(size, target.PointerSize), target.PointerSize)
            : new Placement(offsets, size, largest);
    }
}
