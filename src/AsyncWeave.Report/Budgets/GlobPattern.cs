using System.Text;
using System.Text.RegularExpressions;

namespace AsyncWeave.Report.Budgets;

/// <summary>The section names of <c>.editorconfig</c>: <c>*</c>, <c>**</c>, <c>?</c>, <c>[abc]</c>, <c>{a,b}</c>, <c>{1..9}</c>.</summary>
internal static class GlobPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <param name="path">Relative to the directory of the file that the section stands in, with forward slashes.</param>
    public static bool Matches(string section, string path)
    {
        try
        {
            return Regex.IsMatch(path, ToRegex(section), RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false; // A section that no tool can read names no file.
        }
    }

    private static string ToRegex(string section)
    {
        // Without a slash a section speaks of the name in any directory; a slash ties it to the file's own.
        var anywhere = !section.Contains('/');
        var text = section.TrimStart('/');
        var regex = new StringBuilder("^").Append(anywhere ? "(?:.*/)?" : "");
        var braces = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*' when i + 1 < text.Length && text[i + 1] == '*':
                    i++;
                    if (i + 1 < text.Length && text[i + 1] == '/')
                    {
                        i++;
                        regex.Append("(?:.*/)?");
                    }
                    else
                    {
                        regex.Append(".*");
                    }

                    break;
                case '*':
                    regex.Append("[^/]*");
                    break;
                case '?':
                    regex.Append("[^/]");
                    break;
                case '[' when text.IndexOf(']', i) is var end && end > i + 1:
                    var set = text.Substring(i + 1, end - i - 1);
                    regex.Append('[').Append(set[0] == '!' ? "^" : "").Append(Regex.Escape(set.TrimStart('!')).Replace("]", "\\]")).Append(']');
                    i = end;
                    break;
                case '{' when NumberRange(text, i) is { } range:
                    regex.Append(range.Regex);
                    i = range.End;
                    break;
                case '{' when text.IndexOf('}', i) > 0:
                    regex.Append("(?:");
                    braces++;
                    break;
                case '}' when braces > 0:
                    regex.Append(')');
                    braces--;
                    break;
                case ',' when braces > 0:
                    regex.Append('|');
                    break;
                default:
                    regex.Append(Regex.Escape(text[i].ToString()));
                    break;
            }
        }

        return regex.Append('$').ToString();
    }

    // {1..9}: any whole number between the two.
    private static (string Regex, int End)? NumberRange(string text, int start)
    {
        var match = Regex.Match(text.Substring(start), @"^\{(-?\d{1,4})\.\.(-?\d{1,4})\}", RegexOptions.CultureInvariant);
        if (!match.Success
            || !int.TryParse(match.Groups[1].Value, out var from) || !int.TryParse(match.Groups[2].Value, out var to)
            || to < from || to - from > 1000)
            return null;
        return ("(?:" + string.Join("|", Enumerable.Range(from, to - from + 1)) + ")", start + match.Length - 1);
    }
}
