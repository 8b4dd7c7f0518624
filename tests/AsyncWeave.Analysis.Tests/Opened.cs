using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests;

/// <summary>Opens fixtures for the tests of the first rooms, which resolve nothing.</summary>
internal static class Opened
{
    public static OpenedModule Module(string path, Func<AnalysisOptions, AnalysisOptions>? configure = null)
    {
        var options = new AnalysisOptions(path);
        var resolver = new DefaultAssemblyResolver();
        return ModuleReader.Open(ModuleReader.Read(path), configure?.Invoke(options) ?? options, resolver, new MetadataResolver(resolver));
    }

    public static IReadOnlyList<AsyncMethod> Methods(string source, FixtureOptions? options = null) =>
        AsyncMethodFinder.Find(Module(Fixture.Compile(source, options).AssemblyPath));
}
