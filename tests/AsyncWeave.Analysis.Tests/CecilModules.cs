using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests;

/// <summary>Assemblies as Mono.Cecil reads them, for tests that write others which refer to them.</summary>
/// <param name="directories">The first that has an assembly wins; what none has stays unresolved.</param>
internal sealed class CecilModules(IReadOnlyList<string> directories) : IAssemblyResolver
{
    private readonly Dictionary<string, ModuleDefinition?> opened = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="name">Simple name.</param>
    public ModuleDefinition? Find(string name)
    {
        if (!opened.TryGetValue(name, out var module))
        {
            var path = directories.Select(directory => Path.Combine(directory, name + ".dll")).FirstOrDefault(File.Exists);
            opened[name] = module = path is null ? null : ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = this });
        }

        return module;
    }

    public AssemblyDefinition? Resolve(AssemblyNameReference name) => Find(name.Name)?.Assembly;

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        foreach (var module in opened.Values)
            module?.Dispose();
    }
}

/// <summary>From Cecil's definitions to rows.</summary>
internal static class CecilDefinitions
{
    /// <param name="module">The same file: a row's number says nothing in another.</param>
    public static RowType In(this TypeDefinition type, ModuleRows module)
    {
        var metadata = module.Metadata;
        if (metadata.GetGuid(metadata.GetModuleDefinition().Mvid) != type.Module.Mvid)
            throw new ArgumentException($"{type.Module.Name} was read from two files");
        return new RowType(module, MetadataTokens.TypeDefinitionHandle((int)type.MetadataToken.RID));
    }
}
