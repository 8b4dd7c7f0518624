using System.Runtime.CompilerServices;

namespace AsyncWeave.Eng;

/// <summary>Places of this repository, found from this file: the commands work from any directory.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, ".."));

    public static string Artifacts { get; } = Path.Combine(Root, "artifacts");

    /// <summary>With forward slashes, from the root.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
