namespace AsyncWeave.Tasks;

/// <summary>The repository that a project stands in.</summary>
internal static class Repository
{
    /// <summary>Null where the project stands in none.</summary>
    public static string? RootAbove(string directory)
    {
        for (var current = new DirectoryInfo(directory); current is not null; current = current.Parent)
        {
            // A file in a worktree and in a submodule.
            var git = Path.Combine(current.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return current.FullName;
        }

        return null;
    }
}
