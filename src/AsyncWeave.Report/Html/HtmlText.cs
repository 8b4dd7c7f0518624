using System.Globalization;
using System.Text;

namespace AsyncWeave.Report.Html;

/// <summary>The one place where foreign text becomes HTML.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Encodes for element content and quoted attributes alike. Controls and the marks that reorder text (UAX #9) are
    /// spelled out: a name must not be able to read as another one.
    /// </summary>
    public static void AppendEncoded(StringBuilder text, string? value)
    {
        foreach (var c in value ?? "")
        {
            switch (c)
            {
                case '&': text.Append("&amp;"); break;
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '"': text.Append("&quot;"); break;
                case '\'': text.Append("&#39;"); break;
                default:
                    if (IsInvisible(c))
                        text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    else
                        text.Append(c);
                    break;
            }
        }
    }

    /// <summary>Controls, direction marks, zero-width characters and line separators.</summary>
    private static bool IsInvisible(char c) =>
        c < ' ' || c is (>= '\u007F' and <= '\u009F') or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F')
            or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB');
}
