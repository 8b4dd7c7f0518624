using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Reading;

/// <summary>
/// Finds the assembly that will run behind every reference of one analysed assembly. The compiler's references are the last resort:
/// those of .NET replace private fields by dummies. For one thread at a time.
/// </summary>
internal sealed class ImplementationResolver : IDisposable
{
    private readonly FrameworkModules framework;
    private readonly LocalFiles files;
    private readonly Dictionary<string, FoundModule?> opened = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FoundModule> own = [];
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);

    public ImplementationResolver(RuntimeTarget target, LocalFiles files, FrameworkModules framework)
    {
        Target = target;
        this.files = files;
        this.framework = framework;
        Types = new ForwardingResolver(Find);
    }

    public RuntimeTarget Target { get; }

    /// <summary>To be given to the analysed module, so that its references lead here.</summary>
    public ForwardingResolver Types { get; }

    /// <summary>Simple names of the assemblies that were asked for and found nowhere.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>The weakest source that a framework assembly was taken from; what an untouched resolver would use first otherwise.</summary>
    public LayoutSource FrameworkSource { get; private set; } = LayoutSource.Installed;

    public FoundModule? Find(string name)
    {
        if (opened.TryGetValue(name, out var found))
            return found;
        opened[name] = null; // a file that asks for itself while it is opened finds nothing
        found = Open(name);
        opened[name] = found;
        if (found is null)
            missing.Add(name);
        return found;
    }

    /// <summary>True where fields may be dummies: the definition was read from a reference assembly.</summary>
    public bool IsFromReferenceAssembly(ModuleRows module) =>
        FrameworkSource == LayoutSource.Reference && own.Exists(found => found.Source == LayoutSource.Reference && ReferenceEquals(found.Rows, module));

    /// <summary>Closes what was opened for this assembly; the framework's modules serve the next one.</summary>
    public void Dispose()
    {
        foreach (var module in own)
            module.Dispose();
        own.Clear();
        opened.Clear();
    }

    private FoundModule? Open(string name)
    {
        foreach (var path in files.ImplementationsOf(name))
        {
            if (framework.InstalledPath(name) is { } same && LocalFiles.IsSameFile(path, same))
                return framework.Find(name);
            if (ModuleFile.TryOpenChecked(path, Types) is not { } file)
                continue;
            if (!file.IsReferenceAssembly)
                return Own(file, LayoutSource.Installed);
            file.Dispose();
        }

        // After the framework: the reference assemblies of .NET Standard do not say that they are.
        return FromFramework(name) ?? FromCompiler(name) ?? FromPackages(name) ?? FromReferences(name);
    }

    /// <summary>A library that is not copied is often given to the compiler as it is.</summary>
    private FoundModule? FromCompiler(string name)
    {
        foreach (var path in files.ReferencesOf(name))
        {
            if (ModuleFile.TryOpenChecked(path, Types) is not { } file)
                continue;
            if (!file.IsReferenceAssembly)
                return Own(file, LayoutSource.Installed);
            file.Dispose();
        }

        return null;
    }

    private FoundModule? FromPackages(string name) =>
        files.InPackages(name) is { } path && ModuleFile.TryOpenChecked(path, Types) is { } file
            ? Own(file, LayoutSource.Installed)
            : null;

    private FoundModule? FromFramework(string name)
    {
        var found = framework.Find(name);
        if (found is not null)
            Weaken(found.Source);
        return found;
    }

    private FoundModule? FromReferences(string name)
    {
        foreach (var path in files.ReferencesOf(name))
        {
            if (ModuleFile.TryOpenChecked(path, Types) is not { } file)
                continue;
            Weaken(LayoutSource.Reference);
            return Own(file, LayoutSource.Reference);
        }

        return null;
    }

    private FoundModule Own(ModuleFile file, LayoutSource source)
    {
        var found = new FoundModule(file, source);
        own.Add(found);
        return found;
    }

    private void Weaken(LayoutSource source)
    {
        if (source > FrameworkSource)
            FrameworkSource = source;
    }
}
