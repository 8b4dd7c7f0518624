using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests;

/// <summary>Opens fixtures for the tests of the first rooms.</summary>
internal static class Opened
{
    public static OpenedModule Module(string path, Func<AnalysisOptions, AnalysisOptions>? configure = null)
    {
        var options = new AnalysisOptions(path);
        options = configure?.Invoke(options) ?? options;
        return ModuleReader.Open(ModuleReader.Read(path), options, new ResolverSession((_, _) => null).For(options, RuntimeMoniker.For(null, options.Architecture)));
    }

    public static IReadOnlyList<AsyncMethod> Methods(string source, FixtureOptions? options = null) =>
        AsyncMethodFinder.Find(Module(Fixture.Compile(source, options).AssemblyPath));
}
