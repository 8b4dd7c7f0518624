namespace AsyncWeave.Report.Text;

/// <summary>The signs of a drawing, for consoles that can show them and for those that cannot.</summary>
public sealed record Glyphs(
    string Vertical,
    string Horizontal,
    string DoubleHorizontal,
    BoxCorners Outer,
    BoxCorners Inner,
    string Alive,
    string AliveThrough,
    string Dead,
    string AtLeast,
    string Ellipsis,
    string Separator,
    string Arrow)
{
    public static Glyphs Unicode { get; } = new(
        "│", "─", "═", new("╒", "╕", "╘", "╛"), new("├", "┤", "├", "┤"), "●", "━", "·", "≥", "…", "·", "→");

    public static Glyphs Ascii { get; } = new(
        "|", "-", "=", new("|", "|", "|", "|"), new("|", "|", "|", "|"), "#", "=", ".", ">=", "...", "-", "->");
}

/// <summary>The four corners of a box, or the ends of the lines inside it.</summary>
public sealed record BoxCorners(string TopLeft, string TopRight, string BottomLeft, string BottomRight);
