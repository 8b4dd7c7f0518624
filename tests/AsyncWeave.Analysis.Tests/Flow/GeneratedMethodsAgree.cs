using System.Text;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Tests.Flow.Generated;
using AsyncWeave.Analysis.Tests.Flow.Shapes;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Two thousand random methods a run: counts and loops as their generator knows them, lines, regions and lives as Roslyn does.</summary>
[Category("Slow")]
public sealed class GeneratedMethodsAgree
{
    private const int MethodsEach = 1000;

    [TestCase(100_001)]
    public void WithTheirGeneratorAndWithRoslynInDebug(int firstSeed)
    {
        Assert.That(Differences(firstSeed, FixtureOptions.Debug, LifeNames.Exact), Is.Empty);
    }

    [TestCase(1)]
    public void WithTheirGeneratorAndWithRoslynInRelease(int firstSeed)
    {
        Assert.That(Differences(firstSeed, FixtureOptions.Release, LifeNames.None), Is.Empty);
    }

    private static List<string> Differences(int firstSeed, FixtureOptions options, LifeNames names)
    {
        var methods = Enumerable.Range(firstSeed, MethodsEach).Select(MethodGenerator.Generate).ToList();
        var fixture = Fixture.Compile(Source(methods), options);
        return [.. AgainstGenerator(fixture, methods), .. FlowComparison.Differences(fixture, names).Select(difference => $"{difference.Name}: {difference.Text}")];
    }

    internal static string Source(IReadOnlyList<GeneratedMethod> methods)
    {
        var source = new StringBuilder();
        foreach (var method in methods)
            method.Write(source);
        return Prelude.With(source.ToString());
    }

    internal static List<string> AgainstGenerator(Fixture fixture, IReadOnlyList<GeneratedMethod> methods)
    {
        using var module = Opened.Module(fixture.AssemblyPath);
        var flows = AsyncMethodFinder.Find(module)
            .ToDictionary(method => method.Kickoff.Name, method => MoveNextFlow.Trace(module, method, module.Symbols.Of(method.Body.MetadataToken.ToInt32())));
        var differences = new List<string>();
        foreach (var method in methods)
        {
            var expected = (method.Awaits.Count, method.Awaits.Count(await => await.InLoop));
            var actual = (flows[method.Name].Suspensions.Count, flows[method.Name].Suspensions.Count(suspension => suspension.Await.InLoop));
            if (expected != actual)
                differences.Add($"{method.Name}: (awaits, in loops) {expected} generated, {actual} in IL");
        }

        return differences;
    }
}
