using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Reading;

/// <summary>
/// What stays open from one analysed assembly to the next: the framework's modules, by runtime. These fill tables as they are asked, so
/// each worker of a parallel scan has a session of its own.
/// </summary>
internal sealed class ResolverSession(LayoutPackSource openPack) : IDisposable
{
    private readonly Dictionary<(string Framework, Architecture Architecture, FrameworkLocations Locations), FrameworkModules> frameworks = [];
    private readonly AssemblyDirectories directories = new();

    /// <summary>The caller disposes the resolver when it is done with the assembly.</summary>
    public ImplementationResolver For(AnalysisOptions options, RuntimeTarget target)
    {
        var key = (target.Framework, target.Architecture, options.Frameworks);
        if (!frameworks.TryGetValue(key, out var framework))
        {
            framework = new FrameworkModules(target, options.Frameworks, openPack);
            frameworks.Add(key, framework);
        }

        return new ImplementationResolver(target, new LocalFiles(options, target, directories), framework);
    }

    public void Dispose()
    {
        foreach (var framework in frameworks.Values)
            framework.Dispose();
        frameworks.Clear();
    }
}
