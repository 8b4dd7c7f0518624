namespace AsyncWeave.Analysis.Layout;

/// <summary>Where the fields of a derived class begin: at its base's end, not rounded.</summary>
internal static class BaseClassEnd
{
    public static long Of(TypeDeclaration derived, TypeLayout baseLayout, LayoutTarget target) =>
        derived.IsReadyToRun && baseLayout.DependsOnOtherModuleThan(derived.Module)
            // Precompiled code must not bake in the fields of a base that another assembly may change
            // (NeedsAlignedBaseOffset, coreclr/vm/methodtablebuilder.cpp).
            ? Placement.Up(baseLayout.Size, target.PointerSize)
            : baseLayout.Size;
}
