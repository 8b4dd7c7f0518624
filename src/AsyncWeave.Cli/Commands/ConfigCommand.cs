using System.CommandLine;
using AsyncWeave.Cli.Configuration;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Commands;

/// <summary><c>asyncweave config</c>: the configuration in force, and where each value came from.</summary>
internal static class ConfigCommand
{
    public static Command Create(ProcessContext process)
    {
        var place = new Argument<string>("project") { Description = "Project file or directory", DefaultValueFactory = _ => "." };
        var config = SharedOptions.Config();
        var baseline = SharedOptions.Baseline();
        var method = new Option<string>("--method") { Description = "Also show the budgets of this method, or of all methods of a pattern", HelpName = "pattern" };
        var command = new Command("config", "Show the configuration in force, and where each value came from") { place, method, config, baseline };
        command.SetAction(parsed => Run(
            new ConfigOptions(parsed.GetRequiredValue(place), parsed.GetValue(config), parsed.GetValue(baseline), parsed.GetValue(method)), process));
        return command;
    }

    private static int Run(ConfigOptions options, ProcessContext process)
    {
        var project = ProjectPlace.Find(options.Place, process);
        var build = BuildSettings.Of(project, process);
        var given = GivenOptions.From(options.Config, options.Baseline, enforce: null, process);
        var view = ConfigurationView.Of(
            new JudgeOptions(project.Directory) { ProjectFile = project.File, Settings = [.. build.Settings, .. given], Items = build.Items, Warnings = build.Warnings },
            options.Method);

        process.Out.WriteLines(ConfigurationText.Write(view, options.Method, process.Out.IsTerminal ? process.Out.Options : process.Out.Options.Unbounded));
        foreach (var problem in view.Problems)
            process.Error.WriteLine(DiagnosticText.Write(problem, "configuration"));
        if (view.Problems.FirstOrDefault(problem => problem.Id == DiagnosticTable.InvalidConfiguration.Id) is null)
            return ExitCode.Fine;
        return ExitCode.WrongUsage;
    }
}
