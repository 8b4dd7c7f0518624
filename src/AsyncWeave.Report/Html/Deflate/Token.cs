namespace AsyncWeave.Report.Html.Deflate;

/// <summary>A literal byte, or a copy of earlier bytes.</summary>
/// <param name="Value">The byte of a literal; the distance of a copy.</param>
/// <param name="Length">Bytes stood for: 1 for a literal, 3 to 258 for a copy.</param>
internal readonly record struct Token(int Value, int Length)
{
    public bool IsLiteral => Length == 1;
}
