using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using AsyncWeave.Analysis;

namespace AsyncWeave.Cli.Verify;

/// <summary>Loads an assembly and what it needs into the running CLR, beside the tool's own assemblies.</summary>
/// <param name="directories">Looked in after the assembly's own dependencies.</param>
internal sealed class VerifyLoadContext(string assemblyPath, IReadOnlyList<string> directories) : AssemblyLoadContext("verify", isCollectible: true)
{
    private readonly AssemblyDependencyResolver dependencies = new(assemblyPath);
    private readonly PackageAssemblies packages = new(assemblyPath, Verifier.Runtime);
    private readonly IReadOnlyList<string> places = [Path.GetDirectoryName(assemblyPath)!, .. directories, .. OtherSharedFrameworks()];

    public Assembly LoadSubject()
    {
        // The runtime's own assemblies are there already; a second copy of them would not be the one that runs.
        var isOfTheRuntime = Path.GetDirectoryName(assemblyPath) == Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        return isOfTheRuntime ? Default.LoadFromAssemblyName(AssemblyName.GetAssemblyName(assemblyPath)) : LoadFromAssemblyPath(assemblyPath);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (IsOfTheRuntime(assemblyName))
            return null;
        if (dependencies.ResolveAssemblyToPath(assemblyName) is { } path)
            return LoadFromAssemblyPath(path);
        var found = places.Select(directory => Path.Combine(directory, assemblyName.Name + ".dll")).FirstOrDefault(File.Exists)
            ?? packages.Find(assemblyName.Name!);
        return found is null ? null : LoadFromAssemblyPath(found);
    }

    private static bool IsOfTheRuntime(AssemblyName name) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name.Name + ".dll"));

    // The tool itself asks for Microsoft.NETCore.App alone; ASP.NET Core and Windows Desktop stand beside it.
    private static IEnumerable<string> OtherSharedFrameworks()
    {
        var runtime = new DirectoryInfo(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));
        if (runtime.Parent?.Parent is not { Exists: true } shared)
            return [];
        var major = Environment.Version.Major + ".";
        return shared.EnumerateDirectories()
            .Where(framework => framework.Name != runtime.Parent.Name)
            .SelectMany(framework => framework.EnumerateDirectories(major + "*").OrderByDescending(version => version.Name, StringComparer.Ordinal).Take(1))
            .Select(version => version.FullName);
    }
}
