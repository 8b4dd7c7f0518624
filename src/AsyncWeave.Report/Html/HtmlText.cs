using System.Text;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Html;

/// <summary>The one place where foreign text becomes HTML: made printable first, then encoded.</summary>
internal static class HtmlText
{
    /// <summary>Longer than any name that somebody wrote; a page of one name hides all others.</summary>
    private const int Longest = 1000;

    /// <summary>Encodes for element content and quoted attributes alike.</summary>
    public static void AppendEncoded(StringBuilder text, string? value)
    {
        foreach (var c in Printable.Of(Shortened(value ?? "")))
        {
            switch (c)
            {
                case '&': text.Append("&amp;"); break;
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '"': text.Append("&quot;"); break;
                case '\'': text.Append("&#39;"); break;
                default: text.Append(c); break;
            }
        }
    }

    private static string Shortened(string text) =>
        text.Length <= Longest ? text : text[..Longest] + "… (" + Figures.Number(text.Length) + " characters)";
}
