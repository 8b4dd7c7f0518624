using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>The files that belong to one analysed assembly: what its build copies, what lies beside it, what its compiler was given.</summary>
internal sealed class LocalFiles
{
    private readonly Dictionary<string, string> copied = new(StringComparer.OrdinalIgnoreCase);
    private readonly AssemblyDirectories directories;
    private readonly IReadOnlyList<string> beside;
    private readonly Dictionary<string, string> references = new(StringComparer.OrdinalIgnoreCase);
    private readonly PackageFiles packages;

    public LocalFiles(AnalysisOptions options, RuntimeTarget target, AssemblyDirectories directories)
    {
        this.directories = directories;
        packages = new PackageFiles(options.AssemblyPath, new FrameworkFolders(target));
        AssemblyFiles.AddTo(copied, options.ImplementationPaths);
        beside = [.. DirectoriesOf(options)];
        AssemblyFiles.AddTo(references, options.ReferencePaths);
    }

    /// <summary>Candidates for the assembly that will run, the best first; a candidate may turn out to be a reference assembly.</summary>
    public IEnumerable<string> ImplementationsOf(string name)
    {
        if (copied.TryGetValue(name, out var path))
            yield return path;
        if (directories.Find(beside, name) is { } found)
            yield return found;
    }

    /// <summary>From the NuGet folder that the analysed assembly lies in; null elsewhere. The framework's own comes before it.</summary>
    public string? InPackages(string name) => packages.Find(name);

    /// <summary>What is left when no implementation was found.</summary>
    public IEnumerable<string> ReferencesOf(string name)
    {
        if (references.TryGetValue(name, out var path))
            yield return path;
        if (directories.Find(beside, name) is { } found)
            yield return found;
    }

    public static bool IsSameFile(string left, string right) =>
        string.Equals(Path.GetFullPath(left), Path.GetFullPath(right), StringComparison.Ordinal);

    private static IEnumerable<string> DirectoriesOf(AnalysisOptions options)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(options.AssemblyPath)) is { } own)
            yield return own;
        foreach (var directory in options.ReferenceDirectories)
            yield return directory;
    }
}
