namespace AsyncWeave.Model;

/// <param name="File">Relative to the repository root with forward slashes where the root is known.</param>
/// <param name="Line">1-based line of the declaration, or of the first statement where nothing finer is known.</param>
/// <param name="Column">1-based.</param>
/// <param name="EndLine">1-based last line of the body.</param>
public sealed record SourceSpan(string File, int Line, int Column, int EndLine);
