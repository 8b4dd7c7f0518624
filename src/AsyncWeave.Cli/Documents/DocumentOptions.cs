using System.CommandLine;

namespace AsyncWeave.Cli.Documents;

/// <summary>One option for each format that a command writes.</summary>
internal sealed class DocumentOptions(params DocumentFormat[] formats)
{
    private readonly (DocumentFormat Format, Option<string> Option)[] _options = [.. formats.Select(format => (format, Create(format)))];

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
            command.Options.Add(option);
    }

    public IReadOnlyList<DocumentTarget> From(ParseResult parsed)
    {
        var targets = _options
            .Select(pair => (pair.Format, path: parsed.GetValue(pair.Option)))
            .Where(pair => pair.path is not null)
            .Select(pair => new DocumentTarget(pair.Format, pair.path!))
            .ToList();
        return targets.Count(target => target.IsStandardOutput) <= 1
            ? targets
            : throw new UsageException("only one document can be written to standard output ('-')");
    }

    private static Option<string> Create(DocumentFormat format) => new("--" + format.ToString().ToLowerInvariant())
    {
        Description = Describe(format),
        HelpName = "file",
    };

    private static string Describe(DocumentFormat format) => format switch
    {
        DocumentFormat.Json => "Write the report as JSON; '-' writes it to standard output",
        DocumentFormat.Html => "Write the report as one self-contained HTML page",
        DocumentFormat.Sarif => "Write the findings as SARIF 2.1.0, for code scanning",
        DocumentFormat.Markdown => "Write a summary as Markdown, for a pull request comment",
        _ => "Write the findings as a GitLab code quality report",
    };
}
