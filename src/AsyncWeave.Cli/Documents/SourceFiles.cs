namespace AsyncWeave.Cli.Documents;

/// <summary>Source files under one directory, by the paths in a report; nothing outside it is ever read.</summary>
internal sealed class SourceFiles(string root)
{
    private readonly Dictionary<string, IReadOnlyList<string>?> _read = new(StringComparer.Ordinal);

    /// <summary>Null where the file is not there.</summary>
    public IReadOnlyList<string>? LinesOf(string path)
    {
        if (!_read.TryGetValue(path, out var lines))
            _read[path] = lines = Read(path);
        return lines;
    }

    // The path comes from an assembly's symbols, which may say anything.
    private string[]? Read(string path)
    {
        var full = Path.GetFullPath(path, root);
        var inside = Path.GetRelativePath(root, full);
        if (Path.IsPathRooted(inside) || inside.StartsWith("..", StringComparison.Ordinal) || !File.Exists(full))
            return null;
        try
        {
            return File.ReadAllLines(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
