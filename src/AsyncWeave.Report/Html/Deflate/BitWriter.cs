namespace AsyncWeave.Report.Html.Deflate;

/// <summary>Packs bits from the least significant end (RFC 1951 section 3.1.1).</summary>
internal sealed class BitWriter(int capacity)
{
    private readonly List<byte> bytes = new(capacity);
    private ulong held;
    private int count;

    public void Write(int value, int bits)
    {
        held |= (ulong)(uint)value << count;
        count += bits;
        while (count >= 8)
        {
            bytes.Add((byte)held);
            held >>= 8;
            count -= 8;
        }
    }

    public byte[] ToArray()
    {
        if (count > 0)
            Write(0, 8 - count);
        return [.. bytes];
    }
}
