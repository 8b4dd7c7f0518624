using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AsyncWeave.Peers.Tests;

/// <summary>The analyzers of the peers, loaded from the packages that this project restores.</summary>
internal sealed class PeerPackages : IAnalyzerAssemblyLoader
{
    private readonly HashSet<string> directories = new(StringComparer.Ordinal);

    /// <param name="folders">Where each package keeps its analyzers.</param>
    private PeerPackages(IReadOnlyDictionary<string, string> folders)
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, missing) => Find(new AssemblyName(missing.Name).Name!);
        Versions = folders.ToDictionary(folder => folder.Key, folder => VersionIn(folder.Value), StringComparer.Ordinal);
        Analyzers = [.. folders.Values.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
            .SelectMany(path => new AnalyzerFileReference(path, this).GetAnalyzers(LanguageNames.CSharp))];
    }

    public static PeerPackages Restored { get; } = new(typeof(PeerPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(attribute => attribute.Value!.Contains("/analyzers/", StringComparison.Ordinal))
        .ToDictionary(attribute => attribute.Key, attribute => attribute.Value!, StringComparer.Ordinal));

    public IReadOnlyDictionary<string, string> Versions { get; }

    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    public void AddDependencyLocation(string fullPath) => directories.Add(Path.GetDirectoryName(fullPath)!);

    public Assembly LoadFromPath(string fullPath)
    {
        AddDependencyLocation(fullPath);
        return Assembly.LoadFrom(fullPath);
    }

    private Assembly? Find(string name) => directories
        .Select(directory => Path.Combine(directory, name + ".dll"))
        .Where(File.Exists).Select(Assembly.LoadFrom).FirstOrDefault();

    // .../packages/asyncfixer/2.1.0/analyzers/...
    private static string VersionIn(string path) => new FileInfo(path[..path.IndexOf("/analyzers/", StringComparison.Ordinal)]).Name;
}
