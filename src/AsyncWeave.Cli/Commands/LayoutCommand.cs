using System.CommandLine;
using AsyncWeave.Analysis;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Commands;

/// <summary><c>asyncweave layout</c>: draw the memory of state machines, or compare their sizes on several runtimes.</summary>
internal static class LayoutCommand
{
    public static Command Create(ProcessContext process)
    {
        var assembly = new Argument<string>("assembly") { Description = "Assembly to read" };
        var pattern = new Argument<string?>("pattern") { Description = "Methods to draw, as Namespace.Type.Method with * and ? (default: all)", Arity = ArgumentArity.ZeroOrOne };
        var runtimes = SharedOptions.Runtime();
        runtimes.Description = "Runtime whose layout is drawn; several with commas (net472,net8.0,net10.0) print the sizes side by side";
        var command = new Command("layout", "Draw the memory of a state machine, field by field, nested structs inside")
        {
            assembly, pattern, runtimes, SharedOptions.Architecture(), SharedOptions.References(),
        };
        command.SetAction(parsed => Run(
            new LayoutOptions(
                parsed.GetRequiredValue(assembly),
                parsed.GetValue(pattern),
                [.. Monikers(parsed.GetValue(runtimes)).Select(moniker => SharedOptions.SettingsFrom(parsed, process, moniker))]),
            process));
        return command;
    }

    // Nothing typed is one analysis too: for the assembly's own target.
    private static IEnumerable<string?> Monikers(string? typed) =>
        typed?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? new string?[] { null };

    private static int Run(LayoutOptions options, ProcessContext process)
    {
        var path = process.FullPath(options.Assembly);
        var reports = options.Analyses.Select(settings => AssemblyAnalyzer.Analyze(settings.For(path, runRules: false))).ToList();
        var methods = MethodSearch.In(reports[0], options.Pattern);
        var text = process.Out.IsTerminal ? process.Out.Options : process.Out.Options.Unbounded;
        if (reports.Count > 1)
            process.Out.WriteLines(SizeComparison.Write(reports, methods, text));
        else
            Draw(methods, reports[0].Runtime, text, process.Out);
        return ExitCode.Fine;
    }

    private static void Draw(IReadOnlyList<MethodReport> methods, RuntimeInfo runtime, TextOptions text, TextTarget output)
    {
        for (var i = 0; i < methods.Count; i++)
        {
            if (i > 0)
                output.WriteLine();
            output.WriteLines(LayoutText.Write(methods[i], runtime, text));
        }
    }
}
