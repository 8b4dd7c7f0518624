namespace AsyncWeave.Report.Html;

/// <summary>What the page may show beyond the report's own facts.</summary>
public sealed record HtmlReportOptions
{
    public static HtmlReportOptions Default { get; } = new();

    /// <summary>
    /// Gives the lines of a source file by the path that the report states, or null where it is not at hand. Null, the
    /// default, leaves source out: reports get published.
    /// </summary>
    public Func<string, IReadOnlyList<string>?>? SourceLines { get; init; }
}
