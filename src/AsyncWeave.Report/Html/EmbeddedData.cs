using System.IO.Compression;

namespace AsyncWeave.Report.Html;

/// <summary>Bytes as text that may stand in a page: deflated (RFC 1951), then base64.</summary>
internal static class EmbeddedData
{
    public static string Of(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(bytes, 0, bytes.Length);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}
