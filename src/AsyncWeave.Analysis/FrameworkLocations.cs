using System.Runtime.InteropServices;

namespace AsyncWeave.Analysis;

/// <summary>Where implementations of the shared frameworks are looked for.</summary>
/// <param name="DotNetRoots">Directories with a <c>shared/</c> folder.</param>
/// <param name="PackageRoots">NuGet package folders, for runtime packs.</param>
public sealed record FrameworkLocations(IReadOnlyList<string> DotNetRoots, IReadOnlyList<string> PackageRoots)
{
    private static readonly Lazy<FrameworkLocations> Machine = new(Find);

    /// <summary>Layout packs alone: what a machine without any .NET would give.</summary>
    public static FrameworkLocations None { get; } = new([], []);

    /// <summary>The .NET roots of this machine, that of the running process first, and its NuGet folder.</summary>
    public static FrameworkLocations OfThisMachine => Machine.Value;

    private static FrameworkLocations Find() => new(
        [.. Existing(DotNetRootCandidates()).Where(root => Directory.Exists(Path.Combine(root, "shared")))],
        [.. Existing(PackageRootCandidates())]);

    private static IEnumerable<string?> DotNetRootCandidates()
    {
        yield return RootOfTheRunningRuntime();
        yield return Environment.GetEnvironmentVariable("DOTNET_ROOT");
        // MSBuild sets it for its nodes, also where Visual Studio's MSBuild runs on .NET Framework.
        yield return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? Path.GetDirectoryName(host) : null;
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            yield return Under(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "dotnet");
            yield return Under(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "dotnet");
            yield break;
        }

        yield return "/usr/share/dotnet";
        yield return "/usr/lib/dotnet";
        yield return "/usr/local/share/dotnet";
        yield return Under(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet");
    }

    private static string? RootOfTheRunningRuntime()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>; on .NET Framework a directory without such parents.
        var shared = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Parent?.Parent;
        return shared is { Name: "shared", Parent: { } root } ? root.FullName : null;
    }

    private static IEnumerable<string?> PackageRootCandidates()
    {
        yield return Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        yield return Under(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Path.Combine(".nuget", "packages"));
    }

    private static string? Under(string directory, string name) => directory.Length == 0 ? null : Path.Combine(directory, name);

    private static IEnumerable<string> Existing(IEnumerable<string?> candidates) => candidates
        .Where(path => !string.IsNullOrEmpty(path) && Directory.Exists(path))
        .Select(path => Path.GetFullPath(path!).TrimEnd(Path.DirectorySeparatorChar))
        .Distinct(StringComparer.Ordinal);
}
