using System.Text.Json;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Configuration;

/// <summary>What a project file says, with all that it imports: MSBuild itself is asked, since only it knows.</summary>
internal sealed record BuildSettings(IReadOnlyList<GivenSetting> Settings, IReadOnlyList<BudgetItem> Items)
{
    private const string ItemName = "AsyncWeaveBudget";
    private const string Identity = "Identity";

    /// <summary>What MSBuild itself says of every item.</summary>
    private static readonly HashSet<string> WellKnown = new(StringComparer.OrdinalIgnoreCase)
    {
        Identity, "FullPath", "RootDir", "Filename", "Extension", "RelativeDir", "Directory", "RecursiveDir", "ModifiedTime", "CreatedTime", "AccessedTime",
        "DefiningProjectFullPath", "DefiningProjectDirectory", "DefiningProjectName", "DefiningProjectExtension",
    };

    private static BuildSettings None { get; } = new([], []);

    /// <summary>Nothing, and a word on standard error, where MSBuild cannot be asked.</summary>
    public static BuildSettings Of(ProjectPlace project, ProcessContext process)
    {
        if (project.File is not { } file)
            return None;
        var properties = SettingTable.All.Select(setting => setting.Property).OfType<string>().ToList();
        var answer = DotNetProcess.TryRun(
            ["msbuild", file, "-nologo", "-getProperty:" + string.Join(',', properties), "-getItem:" + ItemName], project.Directory);
        if (answer is not null && TryRead(answer) is { } settings)
            return settings;
        process.Error.WriteLine(TextLine.Of($"asyncweave: 'dotnet msbuild' could not evaluate {process.ShownPath(file)}; what it sets is left out", TextStyle.Concern));
        return None;
    }

    private static BuildSettings? TryRead(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return new BuildSettings([.. ReadProperties(json.RootElement)], [.. ReadItems(json.RootElement)]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A property that has its default was set by our own package, as a rule; it says nothing that the default does not.
    private static IEnumerable<GivenSetting> ReadProperties(JsonElement root)
    {
        if (!root.TryGetProperty("Properties", out var properties))
            yield break;
        foreach (var property in properties.EnumerateObject())
        {
            var value = property.Value.GetString() ?? "";
            var setting = SettingTable.All.First(setting => setting.Property == property.Name);
            if (value.Length > 0 && value != setting.Default)
                yield return GivenSetting.Property(property.Name, value);
        }
    }

    private static IEnumerable<BudgetItem> ReadItems(JsonElement root)
    {
        if (!root.TryGetProperty("Items", out var items) || !items.TryGetProperty(ItemName, out var budgets))
            yield break;
        foreach (var item in budgets.EnumerateArray())
        {
            var metadata = item.EnumerateObject().Where(pair => pair.Name == Identity || !WellKnown.Contains(pair.Name)).ToDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase);
            metadata.Remove(Identity, out var include);
            yield return new BudgetItem(include ?? "", metadata);
        }
    }
}
