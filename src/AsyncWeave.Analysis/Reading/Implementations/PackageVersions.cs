namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>The versions of one package in a NuGet folder.</summary>
internal static class PackageVersions
{
    /// <summary>The lowest that is at least the one asked for, else the highest there is; null where the folder has none.</summary>
    /// <param name="range">As a nuspec writes it: <c>1.2.3</c>, <c>[1.2.3, 2.0)</c>.</param>
    public static DirectoryInfo? Lowest(string packageFolder, string range)
    {
        var folder = new DirectoryInfo(packageFolder);
        if (!folder.Exists)
            return null;
        var wanted = Parse(range.TrimStart('[', '(').Split(',')[0].TrimEnd(']', ')').Trim());
        var versions = folder.EnumerateDirectories()
            .Select(directory => (Directory: directory, Version: Parse(directory.Name)))
            .OrderBy(candidate => candidate.Version)
            .ThenBy(candidate => candidate.Directory.Name, StringComparer.Ordinal)
            .ToList();
        return versions.Count == 0 ? null : versions.FirstOrDefault(v => v.Version >= wanted).Directory ?? versions[^1].Directory;
    }

    private static Version Parse(string text) =>
        Version.TryParse(text.Split('-', '+')[0], out var version) ? version : new Version(0, 0);
}
