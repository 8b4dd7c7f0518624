using AsyncWeave.Analysis;
using AsyncWeave.Model;

namespace AsyncWeave.Cli.Scanning;

/// <summary>What every command that reads assemblies can be told about reading them.</summary>
/// <param name="Runtime">Moniker, or null for the assembly's own.</param>
/// <param name="References">Full paths of directories to look in for implementations.</param>
internal sealed record AnalysisSettings(string? Runtime, Architecture Architecture, IReadOnlyList<string> References)
{
    public AnalysisOptions For(string assemblyPath, bool runRules = true) => new(assemblyPath)
    {
        TargetRuntime = Runtime,
        Architecture = Architecture,
        ReferenceDirectories = References,
        ImplementationPaths = [.. DependencyFile.ImplementationsOf(assemblyPath, FrameworkLocations.OfThisMachine.PackageRoots).Where(path => !IsAtHand(path, assemblyPath))],
        RunRules = runRules,
    };

    /// <summary>What lies beside the assembly, or where the user says, is what runs; a package may hold another version.</summary>
    private bool IsAtHand(string path, string assemblyPath) =>
        References.Append(Path.GetDirectoryName(assemblyPath)!).Any(directory => File.Exists(Path.Combine(directory, Path.GetFileName(path))));
}
