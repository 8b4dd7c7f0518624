namespace AsyncWeave.Analysis.Layout;

/// <summary>Beyond these the runtime refuses to load a type, so that a bigger figure is a lie of the metadata.</summary>
internal static class LayoutLimits
{
    /// <summary>Bytes of one instance: <c>FIELD_OFFSET_LAST_REAL_OFFSET</c>, offsets have 27 bits (coreclr/vm/field.h).</summary>
    public const long Instance = (1 << 27) - 8;

    /// <summary>Bytes of an inline array (<c>MethodTableBuilder::HandleAutoLayout</c>, coreclr/vm/methodtablebuilder.cpp).</summary>
    public const long InlineArray = 1 << 20;
}
