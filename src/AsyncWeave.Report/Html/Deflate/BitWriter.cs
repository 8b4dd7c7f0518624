namespace AsyncWeave.Report.Html.Deflate;

/// <summary>Packs bits from the least significant end (RFC 1951 section 3.1.1).</summary>
internal sealed class BitWriter(int capacity)
{
    private byte[] bytes = new byte[Math.Max(16, capacity)];
    private int length;
    private ulong held;
    private int count;

    public void Write(int value, int bits)
    {
        held |= (ulong)(uint)value << count;
        count += bits;
        if (length + 8 > bytes.Length)
            Array.Resize(ref bytes, 2 * bytes.Length);
        while (count >= 8)
        {
            bytes[length++] = (byte)held;
            held >>= 8;
            count -= 8;
        }
    }

    public byte[] ToArray()
    {
        if (count > 0)
            Write(0, 8 - count);
        Array.Resize(ref bytes, length);
        return bytes;
    }
}
