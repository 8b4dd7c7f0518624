using AsyncWeave.Fixtures;

namespace AsyncWeave.Cli.Tests;

/// <summary>A directory of its own for one test.</summary>
internal sealed class Workspace : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("asyncweave-cli-").FullName;

    /// <summary>Puts a compiled fixture there under a name that does not change from run to run.</summary>
    public string Add(string fileName, Fixture fixture)
    {
        File.Copy(Path.ChangeExtension(fixture.AssemblyPath, ".pdb"), Path.Combine(Directory, Path.GetFileNameWithoutExtension(fixture.AssemblyPath) + ".pdb"), overwrite: true);
        var path = Path.Combine(Directory, fileName);
        File.Copy(fixture.AssemblyPath, path);
        return path;
    }

    public string Write(string fileName, byte[] content)
    {
        var path = Path.Combine(Directory, fileName);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string fileName, string content)
    {
        var path = Path.Combine(Directory, fileName);
        File.WriteAllText(path, content);
        return path;
    }

    public string Read(string fileName) => File.ReadAllText(Path.Combine(Directory, fileName));

    public CliRun Run(params string[] arguments) => CliRun.In(Directory, arguments);

    /// <param name="environment">Variables of a build server.</param>
    public CliRun RunWith(Dictionary<string, string> environment, params string[] arguments) => CliRun.With(Directory, environment, arguments);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
