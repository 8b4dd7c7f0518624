namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// Bytes of one object: header word, method table pointer, fields (<c>MIN_OBJECT_SIZE</c> in coreclr/vm/object.h, base size in
/// coreclr/vm/methodtablebuilder.cpp).
/// </summary>
internal static class HeapObject
{
    public static long SizeOf(long fieldBytes, int pointerSize) =>
        Math.Max(3 * pointerSize, Placement.Up(fieldBytes, pointerSize) + 2 * pointerSize);
}
