using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Opens the implementation assembly of one framework assembly by name; of a layout pack, a stream with its bytes.</summary>
/// <returns>Null where no pack has the assembly.</returns>
internal delegate Stream? LayoutPackSource(string framework, string assemblyName);

/// <summary>The assemblies of one target runtime. Each is opened once, when first asked for. For one thread at a time.</summary>
internal sealed class FrameworkModules : IDisposable
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
        types = new ForwardingResolver(Find);
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

    public void Dispose()
    {
        foreach (var found in opened.Values)
            found?.Dispose();
        opened.Clear();
    }

    private FoundModule? Open(string name)
    {
        if (installed.Value.TryGetValue(name, out var path) && ModuleFile.TryOpen(path, types) is { } file)
            return new FoundModule(file, LayoutSource.Installed);
        // A machine with .NET may lack ASP.NET Core or Windows Desktop; the public structs of those do not change within a major version.
        if (runtimePacks.Value.TryGetValue(name, out path) && ModuleFile.TryOpen(path, types) is { } packed)
            return new FoundModule(packed, LayoutSource.Package);
        if (openPack(target.Framework, name) is { } stream && ModuleFile.TryOpen(stream, types) is { } shipped)
            return new FoundModule(shipped, LayoutSource.Package);
        // What was compiled straight against .NET's core library meets the Framework's own when it is laid out for that.
        return name == "System.Private.CoreLib" ? Find("mscorlib") : null;
    }
}
