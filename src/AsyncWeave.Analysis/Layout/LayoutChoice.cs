namespace AsyncWeave.Analysis.Layout;

/// <summary>
/// Which algorithm places a type. Sequential is honoured only where nothing inside is a reference
/// (<c>HasLayoutMetadata</c> in coreclr/vm/methodtablebuilder.cpp, <c>IsManagedSequential</c>).
/// </summary>
internal static class LayoutChoice
{
    public static PlacementKind Of(TypeDeclaration type, InstanceShape shape, LayoutTarget target)
    {
        if (type.IsExplicitLayout)
            return PlacementKind.Explicit;
        if (!type.IsSequentialLayout || shape.ContainsReferences)
            return PlacementKind.Auto;
        // .NET Framework and .NET Core up to 3.1: a DateTime inside, itself automatic, turns its owner too.
        if (target.IsLegacy && Array.Exists(shape.Members, member => member.IsAutoStruct))
            return PlacementKind.Auto;
        return shape.Base is null || shape.Base.Kind == PlacementKind.Sequential ? PlacementKind.Sequential : PlacementKind.Auto;
    }
}
