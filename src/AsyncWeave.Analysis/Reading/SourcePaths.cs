namespace AsyncWeave.Analysis.Reading;

/// <summary>
/// Turns the paths in symbols into what reports show: relative to the repository's root, with forward slashes,
/// and never a directory of the machine that built.
/// </summary>
internal sealed record SourcePaths(string Root, IReadOnlyList<SourceRoot> Mapped)
{
    private static readonly string[] ProjectFiles = ["*.csproj", "*.vbproj", "*.fsproj"];

    public static SourcePaths Of(IReadOnlyList<string> recorded, AnalysisOptions options)
    {
        // Longest first: a submodule's prefix may begin with its parent's.
        var mapped = options.SourceRoots
            .Select(r => new SourceRoot(WithSlashes(r.MappedPath), WithoutTrailingSlash(WithSlashes(r.Directory))))
            .OrderByDescending(r => r.MappedPath.Length).ThenBy(r => r.MappedPath, StringComparer.Ordinal).ToList();
        var real = recorded.Select(path => Unmap(WithSlashes(path), mapped)).Where(IsAbsolute).ToList();
        var root = options.RepositoryRoot is { } given ? WithoutTrailingSlash(WithSlashes(given)) : FindRoot(real);
        return new SourcePaths(root, mapped);
    }

    /// <summary>The path in a report.</summary>
    public string Shown(string recorded)
    {
        var path = Unmap(WithSlashes(recorded), Mapped);
        if (Root.Length > 0 && IsUnder(path, Root))
            return path.Substring(Root.Length + 1);
        if (path.StartsWith("/_", StringComparison.Ordinal) && path.IndexOf('/', 1) is var end and > 0)
            return path.Substring(end + 1);

        // Outside the repository: a package's source or another machine's; its directories tell a reader nothing.
        return IsAbsolute(path) ? path.Substring(path.LastIndexOf('/') + 1) : path;
    }

    /// <summary>The path to read the file at.</summary>
    public string OnDisk(string recorded) => Unmap(WithSlashes(recorded), Mapped);

    private static string Unmap(string path, IReadOnlyList<SourceRoot> mapped)
    {
        foreach (var root in mapped)
        {
            if (root.MappedPath.Length > 0 && path.StartsWith(root.MappedPath, StringComparison.Ordinal))
                return root.Directory + "/" + path.Substring(root.MappedPath.Length).TrimStart('/');
        }

        return path;
    }

    private static string FindRoot(List<string> paths)
    {
        var own = paths.Where(IsOfThisProject).ToList();
        foreach (var holds in (Func<string, bool>[])[HoldsRepository, HoldsProject])
        {
            foreach (var directory in own.Select(DirectoryOf).Distinct(StringComparer.Ordinal))
            {
                if (Upward(directory).FirstOrDefault(holds) is { } found)
                    return found;
            }
        }

        return CommonDirectory(own);
    }

    private static bool IsOfThisProject(string path) =>
        path.IndexOf("/.nuget/", StringComparison.Ordinal) < 0 && path.IndexOf("/obj/", StringComparison.Ordinal) < 0
        && !path.StartsWith("/_", StringComparison.Ordinal);

    private static bool HoldsRepository(string directory) =>
        Directory.Exists(directory + "/.git") || File.Exists(directory + "/.git");

    private static bool HoldsProject(string directory) =>
        Directory.Exists(directory) && ProjectFiles.Any(pattern => Directory.EnumerateFiles(directory, pattern).Any());

    private static IEnumerable<string> Upward(string directory)
    {
        for (var at = directory; at.Length > 0; at = DirectoryOf(at))
            yield return at;
    }

    private static string CommonDirectory(List<string> paths)
    {
        if (paths.Count == 0)
            return "";
        var common = DirectoryOf(paths[0]);
        while (common.Length > 0 && !paths.All(path => IsUnder(path, common)))
            common = DirectoryOf(common);
        return common;
    }

    private static bool IsUnder(string path, string directory) =>
        path.Length > directory.Length && path[directory.Length] == '/' && path.StartsWith(directory, StringComparison.Ordinal);

    private static bool IsAbsolute(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');

    private static string DirectoryOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path.Substring(0, slash) : "";

    private static string WithSlashes(string path) => path.Replace('\\', '/');

    private static string WithoutTrailingSlash(string path) => path.TrimEnd('/');
}
