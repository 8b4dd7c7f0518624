using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Gives findings their identity: id, method and the place among their like, which does not shift with lines.</summary>
internal sealed class FindingLog
{
    private readonly Dictionary<(string Id, string Method), int> counts = [];

    public Diagnostic Write(DiagnosticDescriptor descriptor, Finding finding, MethodReport method) =>
        Write(descriptor, finding, method.Id, method.Source);

    /// <param name="fallback">Where the method stands, for findings on the method as a whole.</param>
    public Diagnostic Write(DiagnosticDescriptor descriptor, Finding finding, string method, SourceSpan? fallback)
    {
        counts.TryGetValue((descriptor.Id, method), out var ordinal);
        counts[(descriptor.Id, method)] = ordinal + 1;
        var place = finding.Place is { File: not null, Line: > 0 } known ? known
            : fallback is null ? default(Place?)
            : new Place(fallback.File, fallback.Line, fallback.Column, fallback.Line);
        return new Diagnostic(descriptor.Id, method, finding.Severity ?? descriptor.DefaultSeverity, finding.Message, place?.File, place?.Line, place?.Column, finding.SavesBytes)
        {
            EndLine = place is { } at && at.EndLine > at.Line ? at.EndLine : null,
            Ordinal = ordinal,
        };
    }
}
