namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>The assemblies in the directories that a session looks into; each is listed once, however many assemblies lie in it.</summary>
internal sealed class AssemblyDirectories
{
    private readonly Dictionary<string, Dictionary<string, string>> listed = new(StringComparer.Ordinal);

    /// <summary>The file that bears a name in the first directory that has one; null where none has.</summary>
    public string? Find(IReadOnlyList<string> directories, string name)
    {
        foreach (var directory in directories)
        {
            if (In(directory).TryGetValue(name, out var path))
                return path;
        }

        return null;
    }

    private Dictionary<string, string> In(string directory)
    {
        if (!listed.TryGetValue(directory, out var files))
            listed[directory] = files = AssemblyFiles.In([directory]);
        return files;
    }
}
