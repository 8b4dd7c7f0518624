using System.CommandLine;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Cli.Commands;

/// <summary>Options that several commands have, so that they are spelled and explained in one place.</summary>
internal static class SharedOptions
{
    private const string RuntimeOption = "--runtime";
    public const string AsciiName = "--ascii";
    public const string EnforceName = "--enforce";
    public const string ConfigName = "--config";
    public const string BaselineName = "--baseline";
    public const string AutoCi = "auto";
    private const string ArchitectureName = "--arch";
    private const string ReferenceName = "--reference";

    public static string[] EnforceWords { get; } = [.. SettingTable.Enforce.Words];

    public static Option<string> Config() =>
        new(ConfigName) { Description = "Configuration (default: the nearest asyncweave.json, upward from the assembly or project)", HelpName = "file" };

    public static Option<string> Baseline() =>
        new(BaselineName) { Description = "Baseline that no method may grow past", HelpName = "file" };

    public static Option<string> Ci() => OneOf(
        "--ci", "Also write annotations and a summary in this build server's own form (default: auto, by its environment)", "none", AutoCi, "github", "azure", "gitlab", "teamcity");

    public static Option<string> Runtime() => new(RuntimeOption)
    {
        Description = "Runtime whose layouts are computed: net8.0, net9.0, net10.0, net472… (default: the assembly's own target)",
        HelpName = "moniker",
    };

    public static Option<string> Architecture() =>
        OneOf(ArchitectureName, "Architecture whose layouts are computed (default: x64)", "x64", "x86", "arm64", "arm");

    public static Option<string[]> References() => new(ReferenceName)
    {
        Description = "Directory to look in for the implementations of referenced assemblies; may be given several times",
        HelpName = "directory",
    };

    public static Option<bool> Ascii() => new(AsciiName) { Description = "Draw with ASCII signs only", Recursive = true };

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> OneOf(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', values) };
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<string>();
            if (value is null || values.Contains(value, StringComparer.Ordinal))
                return;
            var nearest = NearestName.Of(value, values) is { } near ? $", did you mean '{near}'?" : "";
            result.AddError($"{name} is one of {string.Join(", ", values)}, not '{value}'{nearest}");
        });
        option.CompletionSources.Add(values);
        return option;
    }

    /// <param name="runtime">One moniker where a command takes several; otherwise the option's value is taken.</param>
    public static AnalysisSettings SettingsFrom(ParseResult parsed, ProcessContext process, string? runtime = null) => new(
        CheckRuntime(runtime ?? parsed.GetValue<string>(RuntimeOption)),
        Enum.Parse<Architecture>(parsed.GetValue<string>(ArchitectureName) ?? "x64", ignoreCase: true),
        [.. (parsed.GetValue<string[]>(ReferenceName) ?? []).Select(directory => ExistingDirectory(process, ReferenceName, directory))]);

    private static string? CheckRuntime(string? moniker)
    {
        if (moniker is null || RuntimeName.IsOne(moniker))
            return moniker;
        throw new UsageException($"--runtime '{moniker}' is no runtime; net8.0, net9.0, net10.0, net472 and the like are");
    }

    /// <summary>The full path of a directory that an option names.</summary>
    public static string ExistingDirectory(ProcessContext process, string option, string typed) =>
        process.FullPath(typed) is var path && Directory.Exists(path) ? path : throw new UsageException($"{option} '{typed}': there is no such directory");
}
