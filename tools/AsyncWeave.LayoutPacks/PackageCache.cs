using System.Diagnostics;
using System.Xml.Linq;

namespace AsyncWeave.LayoutPacks;

/// <summary>Packages on disk, fetched by an ordinary restore.</summary>
internal sealed class PackageCache
{
    private readonly string root = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Files of the managed assemblies in the recipe's folders; the first of a name wins.</summary>
    public IReadOnlyList<string> AssembliesOf(PackRecipe recipe) => recipe.Sources
        .Select(source => Path.Combine(root, source.Package.ToLowerInvariant(), source.Version, source.Folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
        .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
        .ToList();

    public static void Restore(IEnumerable<PackRecipe> recipes)
    {
        var packages = recipes.SelectMany(recipe => recipe.Sources)
            .GroupBy(source => source.Package, source => $"[{source.Version}]")
            .Select(group => new XElement("PackageDownload",
                new XAttribute("Include", group.Key), new XAttribute("Version", string.Join(';', group.Distinct()))));
        var directory = Directory.CreateTempSubdirectory("asyncweave-packs-");
        var project = Path.Combine(directory.FullName, "Packages.csproj");
        new XDocument(new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0")),
            new XElement("ItemGroup", packages))).Save(project);
        using var restore = Process.Start("dotnet", ["restore", project, "-nologo", "-v", "q"]);
        restore.WaitForExit();
        directory.Delete(recursive: true);
        if (restore.ExitCode != 0)
            throw new InvalidOperationException("The packages could not be restored.");
    }
}
