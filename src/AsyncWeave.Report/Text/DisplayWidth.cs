using System.Globalization;

namespace AsyncWeave.Report.Text;

/// <summary>Columns that text takes on a terminal (Unicode Standard Annex 11), and cutting to a number of them.</summary>
internal static class DisplayWidth
{
    /// <summary>Ranges of code points that take two columns.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i += CharactersAt(text, i))
            width += OfCodePoint(text, i);
        return width;
    }

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Of(text))) + text;

    /// <summary>The beginning of the text, with the sign for what was left out.</summary>
    public static string Cut(string text, int width, string ellipsis)
    {
        if (Of(text) <= width)
            return text;
        var room = width - Of(ellipsis);
        if (room <= 0 || width <= 0)
            return ellipsis.Substring(0, Math.Max(0, Math.Min(ellipsis.Length, width)));
        var used = 0;
        var end = 0;
        while (end < text.Length && used + OfCodePoint(text, end) <= room)
        {
            used += OfCodePoint(text, end);
            end += CharactersAt(text, end);
        }

        return text.Substring(0, end) + ellipsis;
    }

    private static int CharactersAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    private static int OfCodePoint(string text, int index)
    {
        if (text[index] < 0x300)
            return 1;
        if (CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        var codePoint = CharactersAt(text, index) == 2 ? char.ConvertToUtf32(text, index) : text[index];
        return Wide.Any(range => codePoint >= range.First && codePoint <= range.Last) ? 2 : 1;
    }
}
