using System.CommandLine;
using AsyncWeave.Cli.Ci;
using AsyncWeave.Cli.Documents;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Report.Diff;
using AsyncWeave.Report.Html;
using AsyncWeave.Report.Markdown;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Commands;

/// <summary><c>asyncweave diff</c>: what grew, shrank, came, went, and why.</summary>
internal static class DiffCommand
{
    public static Command Create(ProcessContext process)
    {
        var old = new Argument<string>("old") { Description = "Report, assembly, or directory of either: as it was" };
        var now = new Argument<string>("new") { Description = "The same, as it is" };
        var documents = new DocumentOptions(DocumentFormat.Markdown, DocumentFormat.Html, DocumentFormat.Json);
        var failOn = SharedOptions.OneOf("--fail-on", "What makes the exit code 1: any growth, a method over its budget, or nothing (default: never)", "growth", "budget", "never");
        var minimum = new Option<int>("--minimum-change") { Description = "Bytes below which a change is counted but not listed; the verdict does not look at it", HelpName = "bytes" };
        var ci = SharedOptions.Ci();
        var command = new Command("diff", "Compare two reports, assemblies or directories: what grew, shrank, came, went")
        {
            old, now, failOn, minimum, SharedOptions.Runtime(), SharedOptions.Architecture(), SharedOptions.References(), ci,
        };
        documents.AddTo(command);
        command.SetAction(parsed => Run(
            new DiffOptions(
                parsed.GetRequiredValue(old),
                parsed.GetRequiredValue(now),
                SharedOptions.SettingsFrom(parsed, process),
                documents.From(parsed),
                Enum.Parse<FailOn>(parsed.GetValue(failOn) ?? "never", ignoreCase: true),
                parsed.GetValue(minimum),
                parsed.GetValue(ci) ?? SharedOptions.AutoCi),
            process));
        return command;
    }

    private static int Run(DiffOptions options, ProcessContext process)
    {
        var diff = ReportDiff.Between(
            ComparedReports.Read(options.Old, options.Analysis, process),
            ComparedReports.Read(options.New, options.Analysis, process));
        var markdown = MarkdownOptions.Comment with { MinimumChange = options.MinimumChange };
        foreach (var target in options.Documents)
            DocumentFile.Write(target, process, stream => Write(target.Format, stream, diff, markdown));

        var text = options.Documents.Any(document => document.IsStandardOutput) ? process.Error : process.Out;
        text.WriteLines(DiffText.Write(diff, options.MinimumChange, text.Options));
        if (MarkdownDiff.IsWorthSaying(diff))
            BuildServer.Of(options.Ci, process).Summarize(stream => MarkdownDiff.Write(stream, diff, MarkdownOptions.StepSummary with { MinimumChange = options.MinimumChange }), text);
        if (!diff.HasBase)
            process.Error.WriteLine(TextLine.Of("asyncweave: there is no base to compare with; nothing is called new", TextStyle.Concern));
        return diff.Fails(options.FailOn) ? ExitCode.GateFailed : ExitCode.Fine;
    }

    private static void Write(DocumentFormat format, Stream stream, ReportDiff diff, MarkdownOptions markdown)
    {
        switch (format)
        {
            case DocumentFormat.Json:
                DiffJson.Write(stream, diff);
                break;
            case DocumentFormat.Html:
                HtmlReport.Write(stream, diff);
                break;
            default:
                MarkdownDiff.Write(stream, diff, markdown);
                break;
        }
    }
}
