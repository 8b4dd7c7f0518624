using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis;

/// <summary>What an assembly in a NuGet folder depends on, in the files that the analysis reads.</summary>
/// <param name="assemblyPath">Full path.</param>
/// <param name="framework">Moniker of the runtime whose <c>lib/</c> folders are looked in.</param>
public sealed class PackageAssemblies(string assemblyPath, string framework)
{
    private readonly PackageFiles files = new(assemblyPath, new FrameworkFolders(RuntimeMoniker.For(framework, Architecture.X64)));

    /// <summary>Full path; null where the assembly lies in no package, or none of its dependencies has the name.</summary>
    /// <param name="name">Simple name of an assembly.</param>
    public string? Find(string name) => files.Find(name);
}
