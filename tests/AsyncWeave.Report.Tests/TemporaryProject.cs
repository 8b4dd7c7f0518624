using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Tests;

/// <summary>A repository on disk with one project in it, gone when the test ends.</summary>
internal sealed class TemporaryProject : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("asyncweave-report-").FullName;

    public TemporaryProject()
    {
        Directory.CreateDirectory(Path.Combine(_root, ".git"));
        Directory.CreateDirectory(ProjectDirectory);
    }

    public string ProjectDirectory => Path.Combine(_root, "src", "MyApp");

    public JudgeOptions Options => new(ProjectDirectory);

    /// <param name="path">Relative to the repository root.</param>
    public string Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string PathOf(string path) => Path.Combine(_root, path);

    public JudgeOptions With(params (string Property, string Value)[] properties) =>
        Options with { Settings = properties.Select(p => GivenSetting.Property(p.Property, p.Value)).ToList() };

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
