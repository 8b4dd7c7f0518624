using AsyncWeave.Cli.Commands;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Cli.Configuration;

/// <summary>Options of the command line as the settings that they spell.</summary>
internal static class GivenOptions
{
    public static IReadOnlyList<GivenSetting> From(string? config, string? baseline, string? enforce, ProcessContext process)
    {
        var settings = new List<GivenSetting>();
        if (config is not null)
            settings.Add(new GivenSetting(SettingTable.ConfigFile.Name, process.FullPath(config), SharedOptions.ConfigName));
        if (baseline is not null)
            settings.Add(new GivenSetting(SettingTable.BaselineFile.Name, process.FullPath(baseline), SharedOptions.BaselineName));
        if (enforce is not null)
            settings.Add(new GivenSetting(SettingTable.Enforce.Name, enforce, SharedOptions.EnforceName));
        return settings;
    }
}
