using System.Text;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Brings together what properties, items and files say.</summary>
internal sealed class ConfigurationReader(JudgeOptions options, ConfigurationPaths paths, Problems problems)
{
    public const string FileName = "asyncweave.json";
    public const string BaselineFileName = "asyncweave.baseline.json";

    private readonly GivenSettings _given = new(options.Settings, problems, options.ProjectFile);
    private readonly List<string> _filesRead = [];

    public Configuration Read()
    {
        CheckTarget();
        var (file, path) = ReadFile();
        var budgets = Metrics.All.Select(m => BudgetFor(m, file)).OfType<Threshold>().ToList();
        var items = BudgetItemReader.Read(options.Items, problems, options.ProjectFile);
        var switches = WarningSwitches.Of(
            options.Warnings, _given.Flag(SettingTable.TreatWarningsAsErrors) ?? false, _given.Flag(SettingTable.Strict) ?? false);
        var configuration = new Configuration(
            budgets, items, file.Overrides, file.Exclusions, file.Rules, ReadAnalyzerConfig(), switches,
            ReadEnforcement(), file.Baseline, FindBaseline(), _given.Flag(SettingTable.UpdateBaseline) ?? false);
        return configuration with
        {
            Effective = EffectiveSettings.Of(configuration, _given, paths, path),
            FilePath = path,
            FilesRead = _filesRead,
        };
    }

    /// <summary>What was measured went by these; a name that measuring does not know, it did not follow.</summary>
    private void CheckTarget()
    {
        _given.Choice(SettingTable.TargetArchitecture);
        _given.Check(SettingTable.TargetRuntime, RuntimeName.IsOne, "a runtime such as net8.0, net10.0 or net472");
    }

    private (ConfigurationFile File, string? Path) ReadFile()
    {
        var given = _given.Text(SettingTable.ConfigFile);
        var path = given is null ? paths.FindUpward(FileName) : paths.Resolve(given);
        if (path is null)
            return (ConfigurationFile.Empty, null);

        var text = ReadBytes(path, _given.OriginOf(SettingTable.ConfigFile), "the configuration");
        return text is null
            ? (ConfigurationFile.Empty, null)
            : (new ConfigurationFileReader(paths.Display(path), problems).Read(new MemoryStream(text)), path);
    }

    private Threshold? BudgetFor(Metric metric, ConfigurationFile file)
    {
        var setting = SettingTable.All.First(s => s.Name == metric.Name);
        return _given.Number(setting) is { } limit
            ? new Threshold(metric, null, limit, _given.OriginOf(setting)!)
            : file.Budgets.FirstOrDefault(t => t.Metric == metric);
    }

    private Enforcement ReadEnforcement() => _given.Choice(SettingTable.Enforce) switch
    {
        "always" => Enforcement.Always,
        "never" => Enforcement.Never,
        _ => Enforcement.Auto,
    };

    private string? FindBaseline()
    {
        if (_given.Text(SettingTable.BaselineFile) is { } given)
            return paths.Resolve(given);
        var beside = paths.Resolve(BaselineFileName);
        return File.Exists(beside) || _given.Flag(SettingTable.UpdateBaseline) == true ? beside : null;
    }

    private AnalyzerConfig ReadAnalyzerConfig()
    {
        var files = new List<AnalyzerConfigFile>();
        foreach (var path in options.Warnings.AnalyzerConfigFiles)
        {
            var full = paths.Resolve(path);
            // What the SDK generates beside a project's own files may be gone by now; the compiler has said so if it matters.
            if (!File.Exists(full) || ReadBytes(full, null, "the analyzer configuration") is not { } bytes)
                continue;
            using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
            files.Add(AnalyzerConfigReader.Read(full, text, paths.Display(full), problems));
        }

        return files.Count == 0 ? AnalyzerConfig.None : new AnalyzerConfig(files);
    }

    private byte[]? ReadBytes(string path, Origin? givenBy, string what)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            _filesRead.Add(path);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            var display = paths.Display(path);
            var by = givenBy is null ? "" : $" that {givenBy.Name} names";
            problems.Invalid(givenBy ?? new Origin(display, display), $"{what}{by} could not be read: '{display}' {(File.Exists(path) ? "is not readable" : "does not exist")}");
            return null;
        }
    }
}
