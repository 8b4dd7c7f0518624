using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Chooses the <c>lib/</c> folder of a package that a runtime would load from.</summary>
internal sealed class FrameworkFolders(RuntimeTarget target)
{
    private static readonly string[] Standards =
        ["netstandard2.1", "netstandard2.0", "netstandard1.6", "netstandard1.5", "netstandard1.4", "netstandard1.3", "netstandard1.2", "netstandard1.1", "netstandard1.0"];

    private static readonly string[] Modern =
        ["net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netcoreapp3.0", "netcoreapp2.2", "netcoreapp2.1", "netcoreapp2.0"];

    private static readonly string[] Framework =
        ["net481", "net48", "net472", "net471", "net47", "net463", "net462", "net461", "net46", "net452", "net451", "net45", "net40"];

    private readonly IReadOnlyList<string> preferred = Preferred(target.Framework);

    /// <summary>The package's assemblies for the runtime; empty where it has none for it.</summary>
    public IEnumerable<string> FilesOf(string package)
    {
        foreach (var name in preferred)
        {
            var folder = Path.Combine(package, "lib", name);
            if (Directory.Exists(folder))
                return Directory.EnumerateFiles(folder).OrderBy(path => path, StringComparer.Ordinal);
        }

        return [];
    }

    // A runtime newer than the table prefers the newest that the table knows; .NET Framework does not implement netstandard2.1.
    private static IReadOnlyList<string> Preferred(string framework)
    {
        if (Array.IndexOf(Framework, framework) is var legacy and >= 0)
            return [.. Framework.Skip(legacy), .. Standards.Skip(1)];
        var modern = Array.IndexOf(Modern, framework);
        return [.. Modern.Skip(Math.Max(modern, 0)), .. Standards];
    }
}
