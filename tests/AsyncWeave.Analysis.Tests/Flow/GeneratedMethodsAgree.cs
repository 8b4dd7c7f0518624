using System.Text;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Tests.Flow.Generated;
using AsyncWeave.Analysis.Tests.Flow.Shapes;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Two thousand random methods, unoptimised and optimised: counts, loops and lives as their generator knows them, and lines and regions too as Roslyn does.</summary>
[Category("Slow")]
public sealed class GeneratedMethodsAgree
{
    private const int Methods = 2000;

    /// <summary>Roslyn's graph of a method costs more than all the rest.</summary>
    private const int JudgedByRoslyn = 500;

    private const int MostLocals = 100;

    private const string OwnTypes = """
        public struct Own<T>
        {
            private int value;
            public static implicit operator int(Own<T> own) => own.value;
            public static implicit operator Own<T>(int value) => new() { value = value };
            public static Own<T> operator ++(Own<T> own) => own.value + 1;
        }
        public sealed class Held<T> : IAsyncDisposable, IDisposable
        {
            public ValueTask DisposeAsync() => default;
            public void Dispose() { }
        }

        """;

    [TestCase(1)]
    public void WithTheirGeneratorInDebug(int firstSeed) => AgreeWithGenerator(firstSeed, FixtureOptions.Debug);

    [TestCase(1)]
    public void WithTheirGeneratorInRelease(int firstSeed) => AgreeWithGenerator(firstSeed, FixtureOptions.Release);

    [TestCase(100_001)]
    public void WithRoslynInDebug(int firstSeed) => AgreeWithRoslyn(firstSeed, FixtureOptions.Debug);

    [TestCase(100_001)]
    public void WithRoslynInRelease(int firstSeed) => AgreeWithRoslyn(firstSeed, FixtureOptions.Release);

    private static void AgreeWithGenerator(int firstSeed, FixtureOptions options)
    {
        var methods = Generate(firstSeed, Methods);
        Assert.That(AgainstGenerator(Fixture.Compile(Source(methods), options), methods), Is.Empty);
    }

    private static void AgreeWithRoslyn(int firstSeed, FixtureOptions options)
    {
        var fixture = Fixture.Compile(Source(Generate(firstSeed, JudgedByRoslyn)), options);
        Assert.That(FlowComparison.Differences(fixture, LifeNames.Exact).Select(difference => $"{difference.Name}: {difference.Text}"), Is.Empty);
    }

    internal static List<GeneratedMethod> Generate(int firstSeed, int count) => [.. Enumerable.Range(firstSeed, count).Select(MethodGenerator.Generate)];

    internal static string Source(IReadOnlyList<GeneratedMethod> methods)
    {
        var source = new StringBuilder();
        foreach (var method in methods)
            method.Write(source);
        return Prelude.With(source.ToString()) + OwnTypes + string.Concat(Enumerable.Range(0, MostLocals).Select(local => $"public sealed class Tx{local};\n"));
    }

    internal static List<string> AgainstGenerator(Fixture fixture, IReadOnlyList<GeneratedMethod> methods)
    {
        using var module = Opened.Module(fixture.AssemblyPath);
        var found = AsyncMethodFinder.Find(module).ToDictionary(method => module.NameOf(method.KickoffHandle));
        var differences = new List<string>();
        foreach (var method in methods)
        {
            var traced = found[method.Name];
            var flow = MoveNextFlow.Trace(module, traced, module.Symbols.Of(traced.BodyToken));
            var names = new TracedNames(module, traced, flow);
            var expected = method.Awaits.Select(await => Line(await.InLoop, await.Needed)).Order(StringComparer.Ordinal).ToList();
            var actual = flow.Suspensions
                .Select(suspension => Line(suspension.Await.InLoop, [.. names.Parameters(suspension.Await.Index), .. names.Locals(suspension.Await.Index)]))
                .Order(StringComparer.Ordinal).ToList();
            if (!expected.SequenceEqual(actual))
                differences.Add($"{method.Name}: generated {string.Join(", ", expected.Except(actual))}; in IL {string.Join(", ", actual.Except(expected))}; {expected.Count} and {actual.Count} awaits");
        }

        return differences;
    }

    private static string Line(bool inLoop, IEnumerable<string> names) => $"{(inLoop ? "loop" : "once")} [{string.Join(' ', names.Order(StringComparer.Ordinal))}]";
}
