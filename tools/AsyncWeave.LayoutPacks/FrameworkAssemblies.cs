using Mono.Cecil;

namespace AsyncWeave.LayoutPacks;

/// <summary>The assemblies of one framework, which resolve each other and nothing else.</summary>
internal sealed class FrameworkAssemblies : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> byName = new(StringComparer.OrdinalIgnoreCase);

    public FrameworkAssemblies(IEnumerable<string> files)
    {
        foreach (var file in files)
            Read(file);
    }

    /// <summary>By name.</summary>
    public IEnumerable<AssemblyDefinition> All => byName.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value);

    public AssemblyDefinition? Resolve(AssemblyNameReference name) => byName.GetValueOrDefault(name.Name);

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        foreach (var assembly in byName.Values)
            assembly.Dispose();
    }

    private void Read(string file)
    {
        try
        {
            var module = ModuleDefinition.ReadModule(file, new ReaderParameters { AssemblyResolver = this, InMemory = true });
            if (module.Assembly is { } assembly)
                byName.TryAdd(assembly.Name.Name, assembly);
        }
        catch (BadImageFormatException)
        {
            // Native libraries stand among the assemblies.
        }
    }
}
