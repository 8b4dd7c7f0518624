namespace AsyncWeave.Report.Text;

/// <summary>The lanes as a picture, broken into blocks of awaits where they are too many for one.</summary>
internal sealed record LaneGrid(IReadOnlyList<LaneRow> Rows, int Awaits, IReadOnlyList<int> Carried, int NameWidth, int CellWidth, int AwaitsPerBlock, Glyphs Glyphs)
{
    private const int WidestName = 24;
    private const int RoleWidth = 9;
    private const int BytesWidth = 7;

    public int Blocks => (Awaits + AwaitsPerBlock - 1) / AwaitsPerBlock;

    private int LabelWidth => 2 + NameWidth + 1 + RoleWidth + BytesWidth;

    public static LaneGrid Of(IReadOnlyList<LaneRow> rows, int awaits, TextOptions options)
    {
        var carried = new int[awaits];
        foreach (var row in rows)
        {
            foreach (var index in row.Live.Where(index => index >= 0 && index < awaits))
                carried[index] += row.Bytes;
        }

        var cell = 1 + Math.Max(2, Math.Max(Figures.Number(awaits - 1).Length, Figures.Number(carried.Max()).Length));
        var name = Math.Min(WidestName, Math.Max("carried".Length, rows.Max(row => DisplayWidth.Of(row.Name))));
        var room = options.Width - (2 + name + 1 + RoleWidth + BytesWidth);
        return new LaneGrid(rows, awaits, carried, name, cell, Math.Max(1, room / cell), options.Glyphs);
    }

    public IEnumerable<TextLine> Write()
    {
        for (var first = 0; first < Awaits; first += AwaitsPerBlock)
        {
            var last = Math.Min(Awaits, first + AwaitsPerBlock) - 1;
            var indices = Enumerable.Range(first, last - first + 1).ToList();
            yield return TextLine.Of(Label("await", "", "bytes") + Numbers(indices), TextStyle.Faint);
            foreach (var row in Rows)
                yield return Lane(row, indices);
            yield return TextLine.Of(Label("carried", "", "") + Numbers([.. indices.Select(index => Carried[index])]), TextStyle.Number);
        }
    }

    private TextLine Lane(LaneRow row, IReadOnlyList<int> indices)
    {
        var live = new HashSet<int>(row.Live);
        var cells = indices.Select(index => Cell(live.Contains(index), index > indices[0] && live.Contains(index) && live.Contains(index - 1)));
        return TextLine.Of(new TextSpan(Label(row.Name, row.Role, Figures.Number(row.Bytes))), new TextSpan(string.Concat(cells), row.Live.Count == 0 ? TextStyle.Faint : row.Style));
    }

    // The line to the await before is drawn in this cell, so that a life that goes on reads as one bar.
    private string Cell(bool alive, bool fromBefore)
    {
        var sign = alive ? Glyphs.Alive : Glyphs.Dead;
        var before = fromBefore ? Glyphs.AliveThrough : " ";
        return string.Concat(Enumerable.Repeat(before, CellWidth - 1)) + sign;
    }

    private string Numbers(IReadOnlyList<int> numbers) => string.Concat(numbers.Select(number => Figures.Number(number).PadLeft(CellWidth)));

    private string Label(string name, string role, string bytes) =>
        "  " + DisplayWidth.PadRight(DisplayWidth.Cut(name, NameWidth, Glyphs.Ellipsis), NameWidth)
        + " " + DisplayWidth.PadRight(DisplayWidth.Cut(role, RoleWidth, Glyphs.Ellipsis), RoleWidth)
        + bytes.PadLeft(BytesWidth);
}
