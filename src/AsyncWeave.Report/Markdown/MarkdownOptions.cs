namespace AsyncWeave.Report.Markdown;

public sealed record MarkdownOptions
{
    /// <summary>For a pull request's comment: GitHub takes 65,536 characters.</summary>
    public static MarkdownOptions Comment { get; } = new();

    /// <summary>For a step's summary: GitHub takes 1 MiB, counted in bytes.</summary>
    public static MarkdownOptions StepSummary { get; } = new() { MostCharacters = 300_000 };

    public int MostCharacters { get; init; } = 60_000;

    /// <summary>Changes below so many bytes are counted, not listed; the verdict does not ask.</summary>
    public int MinimumChange { get; init; }
}
