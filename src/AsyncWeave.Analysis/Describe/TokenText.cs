using System.Globalization;

namespace AsyncWeave.Analysis.Describe;

internal static class TokenText
{
    /// <summary><c>0x06000012</c>.</summary>
    public static string Of(uint token) => "0x" + token.ToString("x8", CultureInfo.InvariantCulture);
}
