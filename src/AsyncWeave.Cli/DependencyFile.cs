using System.Text.Json;

namespace AsyncWeave.Cli;

/// <summary>
/// The packages that a library's <c>.deps.json</c> names: a library's output holds its own assembly alone,
/// and its dependencies stay in the NuGet folder.
/// </summary>
internal static class DependencyFile
{
    /// <summary>Implementations that exist on this machine; empty where the assembly has no such file or it cannot be read.</summary>
    public static IReadOnlyList<string> ImplementationsOf(string assemblyPath, IReadOnlyList<string> packageRoots)
    {
        var file = Path.ChangeExtension(assemblyPath, ".deps.json");
        if (!File.Exists(file))
            return [];
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return Assets(document.RootElement)
                .SelectMany(asset => packageRoots.Select(root => Path.Combine(root, asset)))
                .Where(File.Exists)
                .Distinct(StringComparer.Ordinal)
                .ToList();
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return [];
        }
    }

    // { "targets": { "<tfm>": { "<id>/<version>": { "runtime": { "lib/net8.0/X.dll": {} } } } }, "libraries": { "<id>/<version>": { "path": "<id>/<version>" } } }
    private static IEnumerable<string> Assets(JsonElement root)
    {
        if (!root.TryGetProperty("targets", out var targets) || !root.TryGetProperty("libraries", out var libraries))
            yield break;
        foreach (var target in targets.EnumerateObject())
        {
            foreach (var library in target.Value.EnumerateObject())
            {
                if (!library.Value.TryGetProperty("runtime", out var runtime) || !TryGetFolder(libraries, library.Name, out var folder))
                    continue;
                foreach (var asset in runtime.EnumerateObject())
                    yield return Path.Combine(folder, asset.Name);
            }
        }
    }

    private static bool TryGetFolder(JsonElement libraries, string name, out string folder)
    {
        folder = "";
        if (!libraries.TryGetProperty(name, out var library) || !library.TryGetProperty("path", out var path))
            return false;
        folder = path.GetString() ?? "";
        return folder.Length > 0 && !folder.Contains("..", StringComparison.Ordinal);
    }
}
