using System.Text.Json;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Configuration;

/// <summary>What a project file says, with all that it imports: MSBuild itself is asked, since only it knows.</summary>
internal sealed record BuildSettings(IReadOnlyList<GivenSetting> Settings, IReadOnlyList<BudgetItem> Items, WarningOptions Warnings)
{
    private const string ItemName = "AsyncWeaveBudget";
    private const string ConfigFilesName = "EditorConfigFiles";
    private const string Identity = "Identity";

    /// <summary>What MSBuild itself says of every item.</summary>
    private static readonly HashSet<string> WellKnown = new(StringComparer.OrdinalIgnoreCase)
    {
        Identity, "FullPath", "RootDir", "Filename", "Extension", "RelativeDir", "Directory", "RecursiveDir", "ModifiedTime", "CreatedTime", "AccessedTime",
        "DefiningProjectFullPath", "DefiningProjectDirectory", "DefiningProjectName", "DefiningProjectExtension",
    };

    private static readonly string[] BuildProperties = ["TreatWarningsAsErrors", "NoWarn", "WarningsAsErrors", "WarningsNotAsErrors", "DirectoryBuildPropsPath", "DirectoryBuildTargetsPath"];

    private static BuildSettings None { get; } = new([], [], WarningOptions.None);

    /// <summary>Nothing, and a word on standard error, where MSBuild cannot be asked.</summary>
    public static BuildSettings Of(ProjectPlace project, ProcessContext process)
    {
        if (project.File is not { } file)
            return None;
        var properties = SettingTable.All.Select(setting => setting.Property).OfType<string>().Concat(BuildProperties);
        var answer = DotNetProcess.TryRun(
            ["msbuild", file, "-nologo", "-getProperty:" + string.Join(',', properties), $"-getItem:{ItemName},{ConfigFilesName}"], project.Directory);
        if (answer is not null && TryRead(answer, project) is { } settings)
            return settings;
        process.Error.WriteLine(TextLine.Of($"asyncweave: 'dotnet msbuild' could not evaluate {process.ShownPath(file)}; what it sets is left out", TextStyle.Concern));
        return None;
    }

    private static BuildSettings? TryRead(string answer, ProjectPlace project)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var properties = json.RootElement.GetProperty("Properties").EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString() ?? "");
            string Value(string name) => properties.GetValueOrDefault(name, "");
            var wildcards = WildcardBudgets.In([project.File!, Value("DirectoryBuildPropsPath"), Value("DirectoryBuildTargetsPath")]);
            return new BuildSettings(
                [.. ReadSettings(properties)],
                wildcards.With(ReadItems(json.RootElement), project.Directory),
                new WarningOptions
                {
                    NoWarn = Value("NoWarn"),
                    WarningsAsErrors = Value("WarningsAsErrors"),
                    WarningsNotAsErrors = Value("WarningsNotAsErrors"),
                    AnalyzerConfigFiles = [.. ItemsNamed(json.RootElement, ConfigFilesName).Select(item => item.GetProperty("FullPath").GetString()!)],
                });
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // A property that has its default was set by our own package, as a rule; it says nothing that the default does not.
    private static IEnumerable<GivenSetting> ReadSettings(Dictionary<string, string> properties)
    {
        foreach (var setting in SettingTable.All.Where(setting => setting.Property is not null))
        {
            if (properties.GetValueOrDefault(setting.Property!, "") is { Length: > 0 } value && value != setting.Default)
                yield return GivenSetting.Property(setting.Property!, value);
        }

        // The default of ours is what the compiler's switch says.
        if (properties.GetValueOrDefault(SettingTable.TreatWarningsAsErrors.Property!, "").Length == 0 && properties.GetValueOrDefault("TreatWarningsAsErrors", "").Equals("true", StringComparison.OrdinalIgnoreCase))
            yield return GivenSetting.Property(SettingTable.TreatWarningsAsErrors.Property!, "true") with { From = "TreatWarningsAsErrors" };
    }

    private static IEnumerable<BudgetItem> ReadItems(JsonElement root)
    {
        foreach (var item in ItemsNamed(root, ItemName))
        {
            var metadata = item.EnumerateObject().Where(pair => pair.Name == Identity || !WellKnown.Contains(pair.Name)).ToDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase);
            metadata.Remove(Identity, out var include);
            yield return new BudgetItem(include ?? "", metadata);
        }
    }

    private static IEnumerable<JsonElement> ItemsNamed(JsonElement root, string name) =>
        root.TryGetProperty("Items", out var items) && items.TryGetProperty(name, out var found) ? found.EnumerateArray() : [];
}
