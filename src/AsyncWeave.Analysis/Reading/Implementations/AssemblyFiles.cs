namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Which file bears which assembly name.</summary>
internal static class AssemblyFiles
{
    /// <summary>The assemblies of several directories; the first directory that has a name gives its file.</summary>
    public static Dictionary<string, string> In(IEnumerable<string> directories)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var directory in directories)
        {
            if (Directory.Exists(directory))
                AddTo(files, Directory.EnumerateFiles(directory).OrderBy(path => path, StringComparer.Ordinal));
        }

        return files;
    }

    /// <summary>Of two files with one name the first stays.</summary>
    public static void AddTo(Dictionary<string, string> files, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (!IsAssemblyFile(path))
                continue;
            var name = Path.GetFileNameWithoutExtension(path);
            if (!files.ContainsKey(name))
                files.Add(name, path);
        }
    }

    private static bool IsAssemblyFile(string path) =>
        path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);
}
