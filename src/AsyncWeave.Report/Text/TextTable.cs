namespace AsyncWeave.Report.Text;

/// <summary>Rows of cells under each other; one column gives way when the whole is too wide.</summary>
/// <param name="Yielding">Index of the column that is cut to fit.</param>
/// <param name="RightAligned">Indices of the columns that hold numbers.</param>
internal sealed record TextTable(IReadOnlyList<string> Heading, int Yielding, IReadOnlyCollection<int> RightAligned)
{
    private const int Gap = 2;
    private const int NarrowestColumn = 8;

    public IEnumerable<TextLine> Write(IReadOnlyList<IReadOnlyList<string>> rows, string indent, TextOptions options)
    {
        var widths = Heading.Select((title, column) => Math.Max(DisplayWidth.Of(title), rows.Count == 0 ? 0 : rows.Max(row => DisplayWidth.Of(row[column])))).ToArray();
        var surplus = indent.Length + widths.Sum() + Gap * (widths.Length - 1) - options.Width;
        if (surplus > 0)
            widths[Yielding] = Math.Max(NarrowestColumn, widths[Yielding] - surplus);

        yield return TextLine.Of(indent + Row(Heading, widths, options.Glyphs), TextStyle.Faint);
        foreach (var row in rows)
            yield return TextLine.Of(indent + Row(row, widths, options.Glyphs));
    }

    private string Row(IReadOnlyList<string> cells, int[] widths, Glyphs glyphs) =>
        string.Join(new string(' ', Gap), cells.Select((cell, column) => Cell(DisplayWidth.Cut(cell, widths[column], glyphs.Ellipsis), widths[column], column)));

    private string Cell(string text, int width, int column) =>
        RightAligned.Contains(column) ? DisplayWidth.PadLeft(text, width) : DisplayWidth.PadRight(text, width);
}
