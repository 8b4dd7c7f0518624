namespace AsyncWeave.Report.Budgets;

/// <summary>Where configuration stands on disk, and how its files are called in messages.</summary>
internal sealed class ConfigurationPaths
{
    private readonly string _projectDirectory;

    public ConfigurationPaths(JudgeOptions options)
    {
        _projectDirectory = Path.GetFullPath(options.ProjectDirectory);
        RepositoryRoot = options.RepositoryRoot is { Length: > 0 } root ? Path.GetFullPath(root) : FindRepositoryRoot(_projectDirectory);
    }

    /// <summary>Null where the project stands in no repository.</summary>
    public string? RepositoryRoot { get; }

    /// <summary>The nearest file of that name, from the project upward; a repository's root ends the search.</summary>
    public string? FindUpward(string name)
    {
        for (var directory = _projectDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var path = Path.Combine(directory, name);
            if (File.Exists(path))
                return path;
            if (RepositoryRoot is not null && IsSame(directory, RepositoryRoot))
                return null;
        }

        return null;
    }

    public bool IsProjectDirectory(string directory) => IsSame(directory, _projectDirectory);

    /// <summary>A path as a user gave it, from the project on.</summary>
    public string Resolve(string path) => Path.GetFullPath(Path.Combine(_projectDirectory, path));

    /// <summary>Relative to the repository, or to the project where there is none, with forward slashes.</summary>
    public string Display(string path)
    {
        var up = "";
        for (var root = RepositoryRoot ?? _projectDirectory; root is not null; root = Path.GetDirectoryName(root))
        {
            if (path.StartsWith(WithSeparator(root), StringComparison.Ordinal))
                return up + path.Substring(WithSeparator(root).Length).Replace('\\', '/');
            up += "../";
        }

        return path.Replace('\\', '/');
    }

    // A file of that name marks a worktree or a submodule.
    private static string? FindRepositoryRoot(string directory)
    {
        for (var at = directory; at is not null; at = Path.GetDirectoryName(at))
        {
            var mark = Path.Combine(at, ".git");
            if (Directory.Exists(mark) || File.Exists(mark))
                return at;
        }

        return null;
    }

    private static bool IsSame(string a, string b) => WithSeparator(a) == WithSeparator(b);

    private static string WithSeparator(string directory) =>
        directory.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + Path.DirectorySeparatorChar;
}
