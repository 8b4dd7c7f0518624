namespace AsyncWeave.Model;

/// <summary>One finding.</summary>
/// <param name="Method">Documentation id of the method that it speaks of; null for the tool's own.</param>
/// <param name="File">Relative path, or null where unknown.</param>
/// <param name="Line">1-based; null where unknown.</param>
/// <param name="SavesBytes">What following the advice gives back; 0 where it is not about bytes.</param>
/// <param name="Suppressed">True when source or configuration silences it; it then stays in the reports only.</param>
public sealed record Diagnostic(
    string Id,
    string? Method,
    Severity Severity,
    string Message,
    string? File,
    int? Line,
    int? Column,
    int SavesBytes = 0,
    bool Suppressed = false)
{
    /// <summary>1-based last line; null where it is the first.</summary>
    public int? EndLine { get; init; }

    /// <summary>Position among the findings of one id in one method, for fingerprints that survive a shift of lines.</summary>
    public int Ordinal { get; init; }

    /// <summary>The severity at which it was raised, where the judgement decided otherwise; null where it did not.</summary>
    public Severity? RaisedAs { get; init; }

    /// <summary>Why it was suppressed, in its author's words.</summary>
    public string? Justification { get; init; }
}

public enum Severity
{
    None,
    Message,
    Suggestion,
    Warning,
    Error,
}
