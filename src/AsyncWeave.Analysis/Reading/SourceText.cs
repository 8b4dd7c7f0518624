namespace AsyncWeave.Analysis.Reading;

/// <summary>The lines of a source file whose checksum is the one in the symbols.</summary>
internal sealed record SourceText(IReadOnlyList<string> Lines)
{
    /// <param name="line">1-based.</param>
    public string? Line(int line) => line >= 1 && line <= Lines.Count ? Lines[line - 1] : null;
}
