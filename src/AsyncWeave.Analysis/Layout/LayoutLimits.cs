namespace AsyncWeave.Analysis.Layout;

/// <summary>Beyond these the runtime refuses to load a type, so that a bigger figure is a lie of the metadata.</summary>
internal static class LayoutLimits
{
    /// <summary>Bytes of one instance: <c>FIELD_OFFSET_LAST_REAL_OFFSET</c>, offsets have 27 bits (coreclr/vm/field.h).</summary>
    public const long Instance = (1 << 27) - 8;

    /// <summary>Fields of one type ("Internal limitation: too many fields").</summary>
    public const int Fields = ushort.MaxValue;
}
