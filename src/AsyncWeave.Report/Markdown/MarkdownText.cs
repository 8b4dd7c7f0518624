using System.Globalization;
using System.Text;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Markdown;

/// <summary>Text in Markdown that stays text: no link, image, mention, table cell or tag can come of a name.</summary>
internal static class MarkdownText
{
    // Names can be as long as metadata allows; a table of them must stay readable.
    private const int Longest = 300;

    /// <summary>For code: entities within tags are shown as they are, and mentions are not resolved there.</summary>
    public static string Code(string text) => "<code>" + Plain(text) + "</code>";

    public static string Plain(string text)
    {
        var line = Printable.Of(text);
        if (line.Length > Longest)
            line = line.Substring(0, char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest) + "…";
        var safe = new StringBuilder(line.Length + 16);
        foreach (var c in line)
        {
            if (c > 127 || char.IsLetterOrDigit(c) || c is ' ' or '.' or ',' or ';' or '(' or ')' or '/' or '=' or '?' or '%')
                safe.Append(c);
            else
                safe.Append("&#").Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        return safe.ToString();
    }

    public static string Bytes(long? bytes) => bytes is { } value ? value.ToString(CultureInfo.InvariantCulture) + " B" : "–";

    /// <summary>With its sign, as a change is read.</summary>
    public static string Delta(long bytes) => bytes == 0 ? "±0 B" : (bytes > 0 ? "+" : "−") + Math.Abs(bytes).ToString(CultureInfo.InvariantCulture) + " B";
}
