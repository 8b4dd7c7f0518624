using System.CommandLine;
using AsyncWeave.Analysis;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Commands;

/// <summary><c>asyncweave explain</c>: what a method allocates, when it suspends, where it resumes, what to change.</summary>
internal static class ExplainCommand
{
    public static Command Create(ProcessContext process)
    {
        var assembly = new Argument<string>("assembly") { Description = "Assembly to read" };
        var pattern = new Argument<string>("pattern") { Description = "The method, as Namespace.Type.Method; the namespace may be left out, * and ? are wildcards" };
        var command = new Command("explain", "Explain one method: what it allocates, when it suspends, where it resumes, what to change")
        {
            assembly, pattern, SharedOptions.Runtime(), SharedOptions.Architecture(), SharedOptions.References(),
        };
        command.SetAction(parsed => Run(
            new ExplainOptions(parsed.GetRequiredValue(assembly), parsed.GetRequiredValue(pattern), SharedOptions.SettingsFrom(parsed, process)), process));
        return command;
    }

    private static int Run(ExplainOptions options, ProcessContext process)
    {
        var report = AssemblyAnalyzer.Analyze(options.Analysis.For(process.FullPath(options.Assembly)));
        var methods = MethodSearch.In(report, options.Pattern);
        for (var i = 0; i < methods.Count; i++)
        {
            if (i > 0)
                process.Out.WriteLine();
            process.Out.WriteLines(Explanation.Write(methods[i], report.Runtime, process.Out.Options));
        }

        return ExitCode.Fine;
    }
}
