using System.Globalization;
using System.Text;

namespace AsyncWeave.Report.Text;

/// <summary>Names from metadata, made harmless: no escape sequence, line break or direction mark reaches a terminal.</summary>
public static class Printable
{
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (MustEscape(text, i))
                return Escape(text);
            if (char.IsHighSurrogate(text[i]))
                i++;
        }

        return text;
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (MustEscape(text, i))
                result.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            else if (char.IsHighSurrogate(text[i]))
                result.Append(text[i]).Append(text[++i]);
            else
                result.Append(text[i]);
        }

        return result.ToString();
    }

    private static bool MustEscape(string text, int index)
    {
        if (char.IsSurrogate(text[index]) && !char.IsSurrogatePair(text, index))
            return true;
        return CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }
}
