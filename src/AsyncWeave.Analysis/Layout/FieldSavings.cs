namespace AsyncWeave.Analysis.Layout;

/// <summary>What an instance would shrink by without a field, in bytes, for each field that the type itself declares.</summary>
/// <param name="fields">In the order of their rows.</param>
internal sealed class FieldSavings(OwnField[] fields, int[] bytes)
{
    public static FieldSavings None { get; } = new([], []);

    public int Count => bytes.Length;

    /// <param name="token">Raw token of the field; 0 bytes for one that the type does not declare.</param>
    public int this[uint token]
    {
        get
        {
            var (low, high) = (0, fields.Length - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (fields[middle].Field.Token == token)
                    return bytes[middle];
                if (fields[middle].Field.Token < token)
                    low = middle + 1;
                else
                    high = middle - 1;
            }

            return 0;
        }
    }
}
