using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Describe;

internal static class TokenText
{
    private const string Digits = "0123456789abcdef";

    /// <summary><c>0x06000012</c>.</summary>
    public static string Of(uint token)
    {
        Span<char> text = stackalloc char[10];
        (text[0], text[1]) = ('0', 'x');
        for (var i = text.Length - 1; i > 1; i--, token >>= 4)
            text[i] = Digits[(int)(token & 0xF)];
        return text.ToString();
    }

    public static string Of(EntityHandle row) => Of((uint)MetadataTokens.GetToken(row));
}
