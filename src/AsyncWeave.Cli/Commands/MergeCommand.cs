using System.CommandLine;
using AsyncWeave.Cli.Documents;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Commands;

/// <summary><c>asyncweave merge</c>: the reports of many projects and frameworks as one.</summary>
internal static class MergeCommand
{
    public static Command Create(ProcessContext process)
    {
        var reports = new Argument<string[]>("report.json") { Description = "Reports to merge, or directories with them", Arity = ArgumentArity.OneOrMore };
        var documents = new DocumentOptions(DocumentFormat.Html, DocumentFormat.Json, DocumentFormat.Markdown);
        var command = new Command("merge", "Merge the reports of many projects and frameworks into one, with totals") { reports };
        documents.AddTo(command);
        command.SetAction(parsed => Run(new MergeOptions(parsed.GetRequiredValue(reports), documents.From(parsed)), process));
        return command;
    }

    private static int Run(MergeOptions options, ProcessContext process)
    {
        var files = ReportFiles.Find(options.Reports, process);
        var others = options.Documents.Where(document => document.Format != DocumentFormat.Json).ToList();
        var merged = new MergedReports(files, keep: others.Count > 0);
        if (options.Documents.FirstOrDefault(document => document.Format == DocumentFormat.Json) is { } json)
            DocumentFile.Write(json, process, merged.WriteJson);
        else
            merged.Read(_ => { });
        foreach (var target in others)
            DocumentFile.Write(target, process, stream => DocumentWriter.Write(target.Format, stream, merged.Set, isSet: true, sources: null));

        var text = options.Documents.Any(document => document.IsStandardOutput) ? process.Error : process.Out;
        text.WriteLines(AssemblyTable.Write(merged.Totals, text.Options));
        return ExitCode.Fine;
    }
}
