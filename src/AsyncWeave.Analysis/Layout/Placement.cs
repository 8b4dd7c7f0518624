namespace AsyncWeave.Analysis.Layout;

/// <summary>What a layout rule says: where each field stands, and what the whole comes to.</summary>
/// <param name="Offsets">Bytes, in the order of the fields that were given.</param>
/// <param name="Size">Bytes; of a class its fields' end, not rounded.</param>
/// <param name="Alignment">Bytes, as a field of another type.</param>
internal readonly record struct Placement(long[] Offsets, long Size, int Alignment)
{
    public static long Up(long value, int alignment) => (value + alignment - 1) & ~(long)(alignment - 1);
}
