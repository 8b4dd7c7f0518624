using AsyncWeave.Cli.Terminal;

namespace AsyncWeave.Cli.Configuration;

/// <summary>The project that a user means by a file or a directory.</summary>
/// <param name="Directory">Full path.</param>
/// <param name="File">Full path of the project file; null where the directory has none, or more than one.</param>
internal sealed record ProjectPlace(string Directory, string? File)
{
    public static ProjectPlace Find(string typed, ProcessContext process)
    {
        var path = process.FullPath(typed);
        if (System.IO.File.Exists(path))
            return new ProjectPlace(Path.GetDirectoryName(path)!, path);
        if (!System.IO.Directory.Exists(path))
            throw new UsageException($"'{typed}' is neither a project nor a directory");
        var projects = System.IO.Directory.GetFiles(path, "*.*proj");
        return new ProjectPlace(path, projects.Length == 1 ? projects[0] : null);
    }
}
