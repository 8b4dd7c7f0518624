namespace AsyncWeave.Model;

/// <summary>One of the figures that a budget can limit, with each of its spellings.</summary>
/// <param name="Name">As in MSBuild metadata and in the attribute; a property has <c>AsyncWeave</c> before it.</param>
/// <param name="JsonKey">As in <c>asyncweave.json</c> and in the report.</param>
/// <param name="Unit"><c>B</c> for bytes; empty for counts.</param>
/// <param name="Diagnostic">Raised above the limit.</param>
public sealed record Metric(string Name, string JsonKey, string Unit, DiagnosticDescriptor Diagnostic)
{
    public string Property => "AsyncWeave" + Name;

    /// <summary>The limit for this metric; null where none is set.</summary>
    public required Func<Limits, int?> LimitOf { get; init; }

    public required Func<Limits, int?, Limits> WithLimit { get; init; }

    /// <summary>What the method measures; null where the metric does not apply to it.</summary>
    public required Func<MethodReport, int?> Measure { get; init; }
}
