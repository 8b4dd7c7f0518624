using AsyncWeave.Analysis;
using AsyncWeave.Cli.Terminal;

namespace AsyncWeave.Cli.Scanning;

/// <summary>What the inputs of a command line come to: named files, and what is found in directories.</summary>
internal static class InputFiles
{
    public static EnumerationOptions Everywhere { get; } = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        // A link may lead back up; following it would never end.
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>In the order of the command line, files of a directory by name.</summary>
    public static IReadOnlyList<InputFile> Find(IEnumerable<string> inputs, ProcessContext process)
    {
        var files = new List<InputFile>();
        foreach (var input in inputs)
        {
            var path = process.FullPath(input);
            if (Directory.Exists(path))
                files.AddRange(In(path, process));
            else
                files.Add(new InputFile(path, process.ShownPath(path), WasNamed: true));
        }

        return files.DistinctBy(file => file.Path, StringComparer.Ordinal).ToList();
    }

    private static List<InputFile> In(string directory, ProcessContext process)
    {
        var found = Directory.EnumerateFiles(directory, "*", Everywhere)
            .Where(path => Path.GetExtension(path).ToUpperInvariant() is ".DLL" or ".EXE")
            .Where(path => !NativeImage.Is(path))
            .Select(path => (path, relative: Path.GetRelativePath(directory, path).Replace('\\', '/')))
            .OrderBy(pair => pair.relative, StringComparer.Ordinal)
            .Select(pair => new InputFile(pair.path, pair.relative, WasNamed: false))
            .ToList();
        return found.Count > 0 ? found : throw new UnreadableAssemblyException($"{process.ShownPath(directory)}: the directory has no .NET assembly");
    }
}
