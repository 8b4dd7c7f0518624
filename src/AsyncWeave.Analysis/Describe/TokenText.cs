using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Describe;

internal static class TokenText
{
    /// <summary><c>0x06000012</c>.</summary>
    public static string Of(uint token) => "0x" + token.ToString("x8", CultureInfo.InvariantCulture);

    public static string Of(EntityHandle row) => Of((uint)MetadataTokens.GetToken(row));
}
