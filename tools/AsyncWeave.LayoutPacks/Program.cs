using AsyncWeave.LayoutPacks;

// usage: dotnet run --project tools/AsyncWeave.LayoutPacks [directory of the packs]
var directory = args.Length > 0 ? args[0] : "src/AsyncWeave.Analysis/Reading/Packs";
if (!Directory.Exists(directory))
{
    Console.Error.WriteLine($"{directory} does not exist; run this at the root of the repository or name the directory.");
    return 2;
}

PackageCache.Restore(PackRecipe.All);
var cache = new PackageCache();
foreach (var recipe in PackRecipe.All)
{
    using var framework = new FrameworkAssemblies(cache.AssembliesOf(recipe));
    var reducer = new AssemblyReducer(new TypeSelection(framework));
    var assemblies = new List<(string Name, byte[] Image)>();
    foreach (var assembly in framework.All.ToList())
        if (reducer.Reduce(assembly) is { } image)
            assemblies.Add((assembly.Name.Name, image));

    var path = Path.Combine(directory, recipe.Name + ".pack");
    PackFile.Write(path, assemblies);
    Console.WriteLine($"{recipe.Name}: {assemblies.Count} assemblies, {assemblies.Sum(a => a.Image.Length):N0} bytes, {new FileInfo(path).Length:N0} compressed");
}

return 0;
