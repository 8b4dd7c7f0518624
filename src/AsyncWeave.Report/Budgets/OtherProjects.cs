namespace AsyncWeave.Report.Budgets;

/// <summary>
/// The projects that share a configuration with the one at hand. A pattern for one of them matches nothing in the others,
/// which is no mistake: it is told by the project's name at the pattern's beginning.
/// </summary>
internal sealed class OtherProjects(string configurationDirectory, string ownName)
{
    // A repository can hold anything; whoever has more directories than this says less of them in one file.
    private const int MostDirectories = 5000;

    private IReadOnlyList<string>? _names;

    public bool Own(MethodPattern pattern)
    {
        _names ??= Find();
        var own = Begins(pattern.Text, ownName) ? ownName.Length : 0;
        return _names.Any(name => name.Length > own && Begins(pattern.Text, name));
    }

    private static bool Begins(string pattern, string name) =>
        pattern.Length > name.Length && pattern[name.Length] == '.' && pattern.StartsWith(name, StringComparison.Ordinal);

    private List<string> Find()
    {
        var names = new List<string>();
        var waiting = new Queue<string>([configurationDirectory]);
        for (var seen = 0; waiting.Count > 0 && seen < MostDirectories; seen++)
        {
            var directory = waiting.Dequeue();
            try
            {
                names.AddRange(Directory.EnumerateFiles(directory, "*.??proj").Select(f => Path.GetFileNameWithoutExtension(f)));
                foreach (var inner in Directory.EnumerateDirectories(directory).Where(IsWorthLooking))
                    waiting.Enqueue(inner);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What cannot be read has no say.
            }
        }

        names.RemoveAll(name => name == ownName);
        return names;
    }

    private static bool IsWorthLooking(string directory) =>
        Path.GetFileName(directory) is var name && name.Length > 0 && name[0] != '.' && name is not ("bin" or "obj" or "node_modules" or "artifacts" or "packages");
}
