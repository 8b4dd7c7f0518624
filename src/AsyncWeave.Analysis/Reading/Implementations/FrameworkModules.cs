using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Opens the implementation assembly of one framework assembly by name; of a layout pack, a stream with its bytes.</summary>
/// <returns>Null where no pack has the assembly.</returns>
internal delegate Stream? LayoutPackSource(string framework, string assemblyName);

/// <summary>The assemblies of one target runtime. Each is opened once, when first asked for. For one thread at a time, as Cecil's modules are.</summary>
internal sealed class FrameworkModules : IAssemblyResolver
{
    private readonly RuntimeTarget target;
    private readonly FrameworkLocations locations;
    private readonly LayoutPackSource openPack;
    private readonly ForwardingResolver types;
    private readonly Dictionary<string, FoundModule?> opened = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<Dictionary<string, string>> installed;
    private readonly Lazy<Dictionary<string, string>> runtimePacks;

    public FrameworkModules(RuntimeTarget target, FrameworkLocations locations, LayoutPackSource openPack)
    {
        this.target = target;
        this.locations = locations;
        this.openPack = openPack;
        types = new ForwardingResolver(this, Find);
        installed = new(() => AssemblyFiles.In(FrameworkDirectories.Installed(this.target, this.locations)));
        runtimePacks = new(() => AssemblyFiles.In(FrameworkDirectories.RuntimePacks(this.target, this.locations)));
    }

    public FoundModule? Find(string name)
    {
        if (opened.TryGetValue(name, out var found))
            return found;
        found = Open(name);
        opened[name] = found;
        return found;
    }

    /// <summary>The installed file that bears the name; null where the framework has none.</summary>
    public string? InstalledPath(string name) => installed.Value.TryGetValue(name, out var path) ? path : null;

    public AssemblyDefinition? Resolve(AssemblyNameReference name) => Find(name.Name)?.Module.Assembly;

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        foreach (var found in opened.Values)
            found?.Dispose();
        opened.Clear();
    }

    private FoundModule? Open(string name)
    {
        if (installed.Value.TryGetValue(name, out var path) && ModuleFile.TryOpen(path, this, types) is { } file)
            return new FoundModule(file, LayoutSource.Installed);
        // A machine with .NET may lack ASP.NET Core or Windows Desktop; the public structs of those do not change within a major version.
        if (runtimePacks.Value.TryGetValue(name, out path) && ModuleFile.TryOpen(path, this, types) is { } packed)
            return new FoundModule(packed, LayoutSource.Package);
        if (openPack(target.Framework, name) is { } stream && ModuleFile.TryOpen(stream, this, types) is { } shipped)
            return new FoundModule(shipped, LayoutSource.Package);
        // What was compiled straight against .NET's core library meets the Framework's own when it is laid out for that.
        return name == "System.Private.CoreLib" ? Find("mscorlib") : null;
    }
}
