using System.Xml.Linq;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>
/// What an assembly in a NuGet folder depends on: its package's dependencies and theirs, in the version that NuGet picks when nothing
/// else asks for a newer one, the lowest that a package allows.
/// </summary>
internal sealed class PackageFiles(string assemblyPath, FrameworkFolders folders)
{
    // lib/<framework>/<culture>/X.dll is as deep as it gets; a hostile nuspec must not lead through the whole NuGet folder.
    private const int DeepestInPackage = 4;
    private const int MostPackages = 400;

    private Dictionary<string, string>? files;

    /// <summary>Null where the analysed assembly lies in no package, or none of its dependencies has the name.</summary>
    public string? Find(string name) => (files ??= Collect()).TryGetValue(name, out var path) ? path : null;

    private Dictionary<string, string> Collect()
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (PackageOf(assemblyPath) is not { } own || own.Parent?.Parent is not { } root)
            return found;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { own.Parent.Name };
        var queue = new Queue<DirectoryInfo>([own]);
        while (queue.Count > 0 && seen.Count < MostPackages)
        {
            var package = queue.Dequeue();
            AssemblyFiles.AddTo(found, folders.FilesOf(package.FullName));
            foreach (var (id, version) in DependenciesOf(package))
            {
                if (seen.Add(id) && PackageVersions.Lowest(Path.Combine(root.FullName, id), version) is { } next)
                    queue.Enqueue(next);
            }
        }

        return found;
    }

    private static DirectoryInfo? PackageOf(string path)
    {
        var directory = new FileInfo(path).Directory;
        for (var depth = 0; depth < DeepestInPackage && directory is not null; depth++, directory = directory.Parent)
        {
            if (directory.Exists && directory.EnumerateFiles("*.nuspec").Any())
                return directory;
        }

        return null;
    }

    private static List<(string Id, string Version)> DependenciesOf(DirectoryInfo package)
    {
        try
        {
            return package.EnumerateFiles("*.nuspec")
                .Take(1)
                .SelectMany(file => XDocument.Load(file.FullName).Descendants().Where(e => e.Name.LocalName == "dependency"))
                .Select(e => (Id: ((string?)e.Attribute("id") ?? "").ToLowerInvariant(), Version: (string?)e.Attribute("version") ?? ""))
                .Where(d => d.Id.Length > 0 && d.Id.IndexOfAny(['/', '\\']) < 0 && !d.Id.StartsWith(".", StringComparison.Ordinal))
                .ToList();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Xml.XmlException)
        {
            return [];
        }
    }
}
