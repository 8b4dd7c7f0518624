using System.CommandLine;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;

namespace AsyncWeave.Cli.Commands;

/// <summary><c>asyncweave baseline</c>: write down what methods measure today, for no method to grow past it.</summary>
internal static class BaselineCommand
{
    private const string DefaultName = "asyncweave.baseline.json";

    public static Command Create(ProcessContext process)
    {
        var reports = new Argument<string[]>("report.json") { Description = "Reports of optimized builds, or directories with them", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Baseline to write or to bring up to date; lines of other assemblies stay; '-' is standard output",
            HelpName = "file",
            DefaultValueFactory = _ => DefaultName,
        };
        var complete = new Option<bool>("--complete") { Description = "The reports are of every target framework: drop the lines of frameworks they do not speak of" };
        var command = new Command("baseline", "Write a baseline from reports: what methods measure today, and may not grow past") { reports, output, complete };
        command.SetAction(parsed => Run(new BaselineOptions(parsed.GetRequiredValue(reports), parsed.GetRequiredValue(output), parsed.GetValue(complete)), process));
        return command;
    }

    private static int Run(BaselineOptions options, ProcessContext process)
    {
        var reports = new List<AssemblyReport>();
        foreach (var path in ReportFiles.Find(options.Reports, process))
            ReportFiles.ReadEach(path, process, reports.Add);
        if (reports.FirstOrDefault(report => !report.Assembly.Optimized) is { } debug)
            throw new UsageException($"{debug.Assembly.Name} was compiled without optimization: a baseline is written from optimized builds alone");

        if (options.Output == "-")
        {
            Baseline.Write(process.RawOut, reports);
            return ExitCode.Fine;
        }

        var changed = Baseline.Update(process.FullPath(options.Output), reports, options.Complete);
        process.Out.WriteLine(changed ? $"wrote {options.Output}" : $"{options.Output} is up to date");
        return ExitCode.Fine;
    }
}
