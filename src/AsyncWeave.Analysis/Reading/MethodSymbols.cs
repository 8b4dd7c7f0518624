namespace AsyncWeave.Analysis.Reading;

/// <summary>What the portable PDB says of one method body.</summary>
/// <param name="Points">Sequence points by IL offset, hidden ones included.</param>
/// <param name="AsyncSteps">Where an async body yields and resumes, in the PDB's order; empty for other bodies.</param>
/// <param name="LocalNames">Names of local slots, by slot.</param>
/// <param name="HoistedScopes">IL ranges of hoisted locals, by the slot number in their field's name (<c>&lt;x&gt;5__N</c> is entry N-1).</param>
internal sealed record MethodSymbols(
    SourcePoint[] Points,
    IReadOnlyList<AsyncStep> AsyncSteps,
    IReadOnlyDictionary<int, string> LocalNames,
    IReadOnlyList<HoistedScope> HoistedScopes)
{
    public static MethodSymbols None { get; } = new([], [], new Dictionary<int, string>(), []);
}

/// <param name="Offset">IL offset.</param>
/// <param name="File">As reports show it; null for a hidden point.</param>
/// <param name="Line">0 for a hidden point.</param>
internal readonly record struct SourcePoint(int Offset, string? File, int Line, int Column, int EndLine, int EndColumn)
{
    public bool IsHidden => File is null;
}

/// <param name="YieldOffset">IL offset at which the body leaves.</param>
/// <param name="ResumeOffset">IL offset at which it comes back, in the method <paramref name="ResumeToken"/>.</param>
internal readonly record struct AsyncStep(int YieldOffset, int ResumeOffset, int ResumeToken);

/// <param name="Start">IL offset, inclusive.</param>
/// <param name="End">IL offset, exclusive.</param>
internal readonly record struct HoistedScope(int Start, int End);
