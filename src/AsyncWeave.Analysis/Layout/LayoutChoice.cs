using Mono.Cecil;

namespace AsyncWeave.Analysis.Layout;

/// <summary>
/// Which algorithm places a type. Sequential is honoured only where nothing inside is a reference
/// (<c>HasLayoutMetadata</c> in coreclr/vm/methodtablebuilder.cpp, <c>IsManagedSequential</c>).
/// </summary>
internal static class LayoutChoice
{
    public static PlacementKind Of(TypeDefinition type, InstanceShape shape, TypeLayout? baseLayout)
    {
        if (type.IsExplicitLayout)
            return PlacementKind.Explicit;
        if (!type.IsSequentialLayout || shape.ContainsReferences)
            return PlacementKind.Auto;
        return baseLayout is null || baseLayout.Kind != PlacementKind.Auto ? PlacementKind.Sequential : PlacementKind.Auto;
    }
}
