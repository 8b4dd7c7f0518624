using System.Globalization;
using System.Text;

namespace AsyncWeave.Report.Markdown;

/// <summary>A document that stays below a size: rows that no longer fit are counted instead.</summary>
/// <param name="most">Characters.</param>
internal sealed class CappedMarkdown(int most)
{
    // Room for what must come after the last row that fits: closing tags, headings of later sections, counts.
    private const int Reserve = 4000;

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line that must be there; there are few of them.</summary>
    public void Line(string line = "") => _text.Append(line).Append('\n');

    /// <summary>Adds a table as far as it fits.</summary>
    /// <param name="columns">Headings; one that ends with a colon is aligned to the right.</param>
    /// <param name="rows">Cells, escaped.</param>
    public void Table(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows, int mostRows = int.MaxValue)
    {
        Line("| " + string.Join(" | ", columns.Select(c => c.TrimEnd(':'))) + " |");
        Line("|" + string.Concat(columns.Select(c => c.EndsWith(":", StringComparison.Ordinal) ? "---:|" : "---|")));
        var added = 0;
        foreach (var row in rows)
        {
            var line = "| " + string.Join(" | ", row) + " |";
            if (added == mostRows || _text.Length + line.Length + Reserve > most)
                break;
            Line(line);
            added++;
        }

        Line();
        if (added < rows.Count)
        {
            Line($"…and {(rows.Count - added).ToString(CultureInfo.InvariantCulture)} more, in the full report.");
            Line();
        }
    }

    public void Details(string summary, Action content)
    {
        Line("<details>");
        Line($"<summary>{summary}</summary>");
        Line();
        content();
        Line("</details>");
        Line();
    }

    public void WriteTo(Stream output)
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(_text.ToString());
        output.Write(bytes, 0, bytes.Length);
    }
}
