using System.Runtime.InteropServices;

namespace AsyncWeave.Bench.Speed;

/// <summary>Assemblies to scan.</summary>
internal sealed record Workload(string Name, IReadOnlyList<string> Assemblies)
{
    public static Workload Generated { get; } = new($"one assembly, {GeneratedAssembly.AsyncMethods} async methods", [GeneratedAssembly.Path]);

    public static Workload SharedFramework { get; } = new("the shared framework", [.. ManagedFilesOfTheFramework()]);

    private static IEnumerable<string> ManagedFilesOfTheFramework()
    {
        var runtime = new DirectoryInfo(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));
        var beside = new DirectoryInfo(Path.Combine(runtime.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App"));
        var directories = beside.Exists ? beside.EnumerateDirectories(Environment.Version.Major + ".*").Append(runtime) : [runtime];
        return directories.SelectMany(directory => directory.EnumerateFiles("*.dll")).Select(file => file.FullName).Order(StringComparer.Ordinal);
    }
}
