using AsyncWeave.Report.Html.Deflate;

namespace AsyncWeave.Report.Html;

/// <summary>Bytes as text that may stand in a page: deflated, then base64.</summary>
internal static class EmbeddedData
{
    public static string Of(byte[] bytes) => Convert.ToBase64String(DeflateEncoder.Encode(bytes));
}
