using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>A state machine's memory, field by field from top to bottom, the structs inside it as boxes in the box.</summary>
public static class MemoryDrawing
{
    private const int NarrowestBox = 36;

    public static IEnumerable<TextLine> Draw(StateMachine machine, int pointerSize, TextOptions options)
    {
        var cells = MemoryCell.Of(machine, pointerSize);
        var width = Math.Max(NarrowestBox, Math.Min(NaturalWidth(cells), options.Width));
        return DrawBox(cells, width, options.Glyphs);
    }

    private static int NaturalWidth(IReadOnlyList<MemoryCell> cells)
    {
        var ranges = RangeWidth(cells);
        return cells.Count == 0 ? 0 : cells.Max(cell => Math.Max(
            4 + DisplayWidth.Of(MemoryCellText.Of(cell, ranges, int.MaxValue, "")),
            cell.Nested.Count == 0 ? 0 : 4 + NaturalWidth(cell.Nested)));
    }

    private static IEnumerable<TextLine> DrawBox(IReadOnlyList<MemoryCell> cells, int width, Glyphs glyphs)
    {
        var ranges = RangeWidth(cells);
        yield return Border(glyphs.Outer.TopLeft, glyphs.DoubleHorizontal, glyphs.Outer.TopRight, width);
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                yield return Border(glyphs.Inner.TopLeft, glyphs.Horizontal, glyphs.Inner.TopRight, width);
            yield return Row(cells[i], ranges, width, glyphs);
            // A box too narrow to hold another one leaves it out rather than break the frame.
            if (cells[i].Nested.Count == 0 || width < NarrowestBox / 2)
                continue;
            foreach (var line in DrawBox(cells[i].Nested, width - 4, glyphs))
                yield return line.Within(glyphs.Vertical + " ", " " + glyphs.Vertical, TextStyle.Faint);
        }

        yield return Border(glyphs.Outer.BottomLeft, glyphs.DoubleHorizontal, glyphs.Outer.BottomRight, width);
    }

    private static TextLine Row(MemoryCell cell, int ranges, int width, Glyphs glyphs)
    {
        var text = MemoryCellText.Of(cell, ranges, width - 4, glyphs.Ellipsis);
        return TextLine.Of(DisplayWidth.PadRight(text, width - 4), cell.Style).Within(glyphs.Vertical + " ", " " + glyphs.Vertical, TextStyle.Faint);
    }

    private static TextLine Border(string left, string line, string right, int width) =>
        TextLine.Of(left + string.Concat(Enumerable.Repeat(line, width - 2)) + right, TextStyle.Faint);

    private static int RangeWidth(IReadOnlyList<MemoryCell> cells) => cells.Count == 0 ? 0 : cells.Max(cell => cell.Range.Length);
}
