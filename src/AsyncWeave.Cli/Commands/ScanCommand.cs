using System.CommandLine;
using AsyncWeave.Cli.Documents;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;

namespace AsyncWeave.Cli.Commands;

/// <summary><c>asyncweave scan</c>: analyse, judge, write documents.</summary>
internal static class ScanCommand
{
    public static Command Create(ProcessContext process)
    {
        var inputs = new Argument<string[]>("assembly") { Description = "Assemblies, or directories that are searched for assemblies", Arity = ArgumentArity.OneOrMore };
        var documents = new DocumentOptions(DocumentFormat.Json, DocumentFormat.Html, DocumentFormat.Sarif, DocumentFormat.Markdown, DocumentFormat.Gitlab);
        var config = SharedOptions.Config();
        var baseline = SharedOptions.Baseline();
        var filter = new Option<string>("--filter") { Description = "Report only methods whose Namespace.Type.Method matches; * and ? are wildcards", HelpName = "pattern" };
        var enforce = SharedOptions.OneOf(SharedOptions.EnforceName, "Whether budgets fail the scan: auto in optimized assemblies only; without a word: always", SharedOptions.EnforceWords);
        var sourceRoot = new Option<string>("--source-root") { Description = "Show source lines in the HTML page, from the files under this directory", HelpName = "directory" };
        var ci = SharedOptions.Ci();

        var command = new Command("scan", "Analyse assemblies: what every async method costs, and whether it keeps its budget")
        {
            inputs, config, baseline, SharedOptions.Runtime(), SharedOptions.Architecture(), SharedOptions.References(), filter, enforce, sourceRoot, ci,
        };
        documents.AddTo(command);
        command.SetAction(parsed => Scan.Run(
            new ScanOptions(
                parsed.GetRequiredValue(inputs),
                SharedOptions.SettingsFrom(parsed, process),
                documents.From(parsed),
                parsed.GetValue(config),
                parsed.GetValue(baseline),
                parsed.GetValue(filter),
                parsed.GetValue(enforce),
                parsed.GetValue(sourceRoot) is { } root ? SharedOptions.ExistingDirectory(process, "--source-root", root) : null,
                parsed.GetValue(ci) ?? SharedOptions.AutoCi),
            process));
        return command;
    }
}
