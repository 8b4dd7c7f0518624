using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Rules;

namespace AsyncWeave.Analysis;

/// <summary>All that one thread needs to analyse methods of an assembly: caches that grow as they are asked, which no two threads may share.</summary>
internal sealed class Lane : IDisposable
{
    private readonly IDisposable? frameworks;

    /// <param name="image">For any number of lanes.</param>
    /// <param name="frameworks">Closed with the lane.</param>
    public Lane(ModuleImage image, AnalysisOptions options, ImplementationResolver resolver, IDisposable? frameworks = null)
    {
        this.frameworks = frameworks;
        Resolver = resolver;
        Module = ModuleReader.Open(image, options, resolver);
        Uses = new FunctionUses(Module);
        Methods = new MethodAnalysis(Module, resolver, Uses, options.RunRules);
    }

    public OpenedModule Module { get; }

    public ImplementationResolver Resolver { get; }

    public FunctionUses Uses { get; }

    public MethodAnalysis Methods { get; }

    public void Dispose()
    {
        Module.Dispose();
        Resolver.Dispose();
        frameworks?.Dispose();
    }
}
