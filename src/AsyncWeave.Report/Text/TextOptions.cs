namespace AsyncWeave.Report.Text;

/// <summary>What the place that text is written to can show.</summary>
/// <param name="Width">Columns; drawings become narrower to fit and prose is wrapped.</param>
public sealed record TextOptions(int Width, Glyphs Glyphs)
{
    public const int NarrowestWidth = 40;

    /// <summary>A pipe or a file.</summary>
    public static TextOptions Default { get; } = new(80, Glyphs.Unicode);

    /// <summary>For text that a program may search: nothing is shortened.</summary>
    public TextOptions Unbounded => this with { Width = int.MaxValue };
}
