namespace AsyncWeave.Analysis.Flow;

/// <summary>The arrays that tracing a body takes. They grow to the longest body and are lent anew for each, so that thousands of bodies leave no garbage behind.</summary>
/// <remarks>What was lent before a <see cref="Reset"/> is written over behind it.</remarks>
internal sealed class TraceBuffers
{
    private int[][] arrays = new int[48][];
    private int lent;

    public void Reset() => lent = 0;

    /// <summary>Zeros up to a length; the array may be longer.</summary>
    public int[] Zeros(int length)
    {
        var array = Lend(length, out var isNew);
        if (!isNew)
            Array.Clear(array, 0, length);
        return array;
    }

    /// <summary>Of at least a length and with anything in it.</summary>
    public int[] Any(int length) => Lend(length, out _);

    private int[] Lend(int length, out bool isNew)
    {
        if (lent == arrays.Length)
            Array.Resize(ref arrays, 2 * lent);
        var known = arrays[lent];
        isNew = known is null || known.Length < length;
        if (isNew)
            arrays[lent] = known = new int[known is null ? length : Math.Max(length, 2 * known.Length)];
        lent++;
        return known!;
    }
}
