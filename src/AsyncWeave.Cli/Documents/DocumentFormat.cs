namespace AsyncWeave.Cli.Documents;

/// <summary>A document that a command can write, by the name of its option without dashes.</summary>
internal enum DocumentFormat
{
    Json,
    Html,
    Sarif,
    Markdown,
    Gitlab,
}
