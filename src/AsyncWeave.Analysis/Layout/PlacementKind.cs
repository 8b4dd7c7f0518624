namespace AsyncWeave.Analysis.Layout;

/// <summary>The algorithm that placed a type's fields; not always the one that its attribute asks for.</summary>
internal enum PlacementKind
{
    Auto,
    Sequential,
    Explicit,
}
