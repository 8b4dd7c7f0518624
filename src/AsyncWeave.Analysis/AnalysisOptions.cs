using AsyncWeave.Model;

namespace AsyncWeave.Analysis;

/// <summary>What to analyse and against which implementations.</summary>
/// <param name="AssemblyPath">Full path of the assembly; it is read, never loaded.</param>
public sealed record AnalysisOptions(string AssemblyPath)
{
    /// <summary>The runtime to lay out for; null takes the assembly's own target framework, or the stated default for netstandard.</summary>
    public string? TargetRuntime { get; init; }

    public Architecture Architecture { get; init; } = Architecture.X64;

    /// <summary>The target framework that the build states; null reads it from the assembly.</summary>
    public string? TargetFramework { get; init; }

    /// <summary>Files of the references as the compiler was given them; many are reference assemblies and lie about structs.</summary>
    public IReadOnlyList<string> ReferencePaths { get; init; } = [];

    /// <summary>Files that the build copies to the output: packages' <c>lib/</c>, project outputs.</summary>
    public IReadOnlyList<string> ImplementationPaths { get; init; } = [];

    /// <summary>Directories to look in for implementations; the assembly's own directory is always looked in.</summary>
    public IReadOnlyList<string> ReferenceDirectories { get; init; } = [];

    public FrameworkLocations Frameworks { get; init; } = FrameworkLocations.OfThisMachine;

    /// <summary>Paths in reports are relative to this directory; null finds the root of the repository that the sources stand in.</summary>
    public string? RepositoryRoot { get; init; }

    /// <summary>What deterministic builds write in place of a source directory: <c>/_/</c> → the directory.</summary>
    public IReadOnlyList<SourceRoot> SourceRoots { get; init; } = [];

    /// <summary>Trap rules are run; they can be left out where only layouts are asked for.</summary>
    public bool RunRules { get; init; } = true;

    /// <summary>How many may work on one assembly, if it is large; what they find is the same.</summary>
    public int Threads { get; init; } = 1;
}

/// <param name="MappedPath">The prefix in the symbols: <c>/_/</c>, <c>/_1/</c>.</param>
/// <param name="Directory">The directory that it stands for.</param>
public sealed record SourceRoot(string MappedPath, string Directory);
