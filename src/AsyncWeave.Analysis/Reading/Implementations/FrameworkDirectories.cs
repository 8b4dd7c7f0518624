using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Finds the directories that hold a runtime's implementation assemblies on this machine.</summary>
internal static class FrameworkDirectories
{
    private static readonly string[] SharedFrameworks = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App", "Microsoft.WindowsDesktop.App"];

    /// <summary><c>shared/Microsoft.NETCore.App/10.0.1</c> and its siblings; empty where the runtime is not installed.</summary>
    public static IReadOnlyList<string> Installed(RuntimeTarget target, FrameworkLocations locations)
    {
        if (VersionOf(target.Framework) is not { } version)
            return [];
        var found = new List<string>();
        foreach (var name in SharedFrameworks)
        {
            var directory = locations.DotNetRoots
                .Select(root => NewestPatch(Path.Combine(root, "shared", name), version))
                .FirstOrDefault(path => path is not null);
            if (directory is not null)
                found.Add(directory);
        }

        return found;
    }

    /// <summary>The library folders of runtime packs in the NuGet cache; empty where none was ever restored.</summary>
    public static IReadOnlyList<string> RuntimePacks(RuntimeTarget target, FrameworkLocations locations)
    {
        if (VersionOf(target.Framework) is not { } version)
            return [];
        var found = new List<string>();
        foreach (var name in SharedFrameworks)
        {
            var pack = locations.PackageRoots
                .SelectMany(root => RuntimePacksNamed(root, name.ToLowerInvariant() + ".runtime.", target.Architecture))
                .Select(path => NewestPatch(path, version))
                .FirstOrDefault(path => path is not null);
            if (pack is not null)
                found.AddRange(LibraryFolders(pack));
        }

        return found;
    }

    private static IEnumerable<string> RuntimePacksNamed(string root, string prefix, Architecture architecture)
    {
        // microsoft.netcore.app.runtime.linux-x64: those of the architecture aimed at first, then a total order.
        var suffix = "-" + architecture.ToString().ToLowerInvariant();
        return Directory.EnumerateDirectories(root, prefix + "*")
            .OrderBy(path => path.EndsWith(suffix, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(path => path, StringComparer.Ordinal);
    }

    private static IEnumerable<string> LibraryFolders(string pack)
    {
        var runtimes = Path.Combine(pack, "runtimes");
        if (!Directory.Exists(runtimes))
            return [];
        // System.Private.CoreLib lies under native/ in most versions, everything else under lib/<framework>/.
        return Directory.EnumerateDirectories(runtimes)
            .SelectMany(runtime => new[] { Path.Combine(runtime, "lib"), Path.Combine(runtime, "native") })
            .Where(Directory.Exists)
            .SelectMany(folder => Path.GetFileName(folder) == "native" ? [folder] : Directory.EnumerateDirectories(folder))
            .OrderBy(folder => folder, StringComparer.Ordinal);
    }

    private static string? NewestPatch(string parent, Version version)
    {
        if (!Directory.Exists(parent))
            return null;
        return Directory.EnumerateDirectories(parent)
            .Select(Patch.Of)
            .Where(patch => patch.Number is { } number && number.Major == version.Major && number.Minor == version.Minor)
            .OrderByDescending(patch => patch.Number)
            .ThenBy(patch => patch.IsPreview ? "preview" : "", StringComparer.Ordinal)
            .ThenByDescending(patch => patch.Path, StringComparer.Ordinal)
            .FirstOrDefault()?.Path;
    }

    /// <summary>Null for .NET Framework, which has no shared frameworks.</summary>
    private static Version? VersionOf(string framework)
    {
        var digits = framework.StartsWith("netcoreapp", StringComparison.Ordinal) ? framework["netcoreapp".Length..]
            : framework.Contains('.') ? framework["net".Length..] : "";
        return Version.TryParse(digits, out var version) ? version : null;
    }

    private sealed record Patch(string Path, Version? Number, bool IsPreview)
    {
        public static Patch Of(string path)
        {
            var parts = System.IO.Path.GetFileName(path).Split('-');
            return new Patch(path, Version.TryParse(parts[0], out var number) ? number : null, parts.Length > 1);
        }
    }
}
