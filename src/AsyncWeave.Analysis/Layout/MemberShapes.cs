namespace AsyncWeave.Analysis.Layout;

/// <summary>What each kind of closed type weighs as a field.</summary>
internal static class MemberShapes
{
    /// <summary>Bytes of a struct that was not found: no struct has fewer, so that the whole stays a lower bound.</summary>
    public const int UnknownSize = 1;

    public static MemberShape Of(ClosedType type, TypeLayout? layout, DeclaredField field, LayoutTarget target)
    {
        var offset = field.Offset;
        return type switch
        {
            PlainClosedType plain => new(MemberGroup.Plain, plain.Size, plain.Size, false, target.IsArm32 && plain.Size == 8, offset) { IsBlittable = plain.IsBlittable },
            ReferenceClosedType => new(MemberGroup.Reference, target.PointerSize, target.PointerSize, true, false, offset),
            _ when layout is not null => new(MemberGroup.ByValue, layout.Size, layout.Alignment, layout.ContainsReferences, layout.RequiresAlign8, offset)
            {
                IsBlittable = layout.IsBlittable,
                IsAutoStruct = layout.Kind == PlacementKind.Auto,
            },
            _ => new(MemberGroup.ByValue, UnknownSize, 1, false, false, offset),
        };
    }
}
