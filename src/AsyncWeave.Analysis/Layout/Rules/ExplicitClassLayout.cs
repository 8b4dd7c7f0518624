namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// Fields of classes with declared offsets, as <c>MethodTableBuilder::HandleExplicitLayout</c> (coreclr/vm/methodtablebuilder.cpp) is
/// seen to place them on .NET 10: Size counts for nothing, and what the base takes is added both when the offsets are read and when the
/// fields are placed.
/// </summary>
internal static class ExplicitClassLayout
{
    public static Placement Place(InstanceShape shape, LayoutTarget target)
    {
        if (shape.Members.Length == 0)
            return new Placement([], shape.BaseEnd, target.PointerSize);
        var ownReferences = Array.Exists(shape.Members, member => member.ContainsReferences);
        var offsets = new long[shape.Members.Length];
        var end = ExplicitLayout.PlaceAt(shape.Members, shape.BaseEnd + BaseAsDeclared(shape, ownReferences, target), offsets);
        return new Placement(offsets, ownReferences ? Placement.Up(end, target.PointerSize) : end, target.PointerSize);
    }

    /// <summary>An empty sequential base still counts as one byte, in front of references as a pointer.</summary>
    private static long BaseAsDeclared(InstanceShape shape, bool ownReferences, LayoutTarget target)
    {
        if (shape.Base is not { Kind: PlacementKind.Sequential, Size: 0 })
            return shape.BaseEnd;
        return ownReferences ? target.PointerSize : 1;
    }
}
