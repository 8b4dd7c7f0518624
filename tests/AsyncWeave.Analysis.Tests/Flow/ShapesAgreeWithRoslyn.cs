using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Await count, lines, loops, regions and what lives across, for each shape as Roslyn's own graph of the source has them.</summary>
public sealed class ShapesAgreeWithRoslyn
{
    private static readonly Dictionary<string, ILookup<string, string>> Compared = [];

    private static readonly Dictionary<string, (FixtureOptions Options, LifeNames Names)> Configurations = new()
    {
        ["Release"] = (FixtureOptions.Release, LifeNames.Counted),
        ["Debug"] = (FixtureOptions.Debug, LifeNames.Exact),
        ["RuntimeAsyncRelease"] = (FixtureOptions.Release with { RuntimeAsync = true }, LifeNames.None),
        ["RuntimeAsyncDebug"] = (FixtureOptions.Debug with { RuntimeAsync = true }, LifeNames.Exact),
    };

    private static IEnumerable<TestCaseData> Shapes() =>
        from shape in ShapeCatalog.All
        from configuration in Configurations.Keys
        select new TestCaseData(shape.Name, configuration);

    [TestCaseSource(nameof(Shapes))]
    public void Shape(string name, string configuration)
    {
        Assert.That(DifferencesOf(configuration)[name], Is.Empty);
    }

    [Test]
    public void ThereAreAtLeastEightyShapesAndNoTwoShareAName()
    {
        Assert.That(ShapeCatalog.All, Has.Count.GreaterThanOrEqualTo(80));
        Assert.That(ShapeCatalog.All.Select(shape => shape.Name), Is.Unique);
    }

    private static ILookup<string, string> DifferencesOf(string configuration)
    {
        lock (Compared)
        {
            if (Compared.TryGetValue(configuration, out var differences))
                return differences;
            var (options, names) = Configurations[configuration];
            return Compared[configuration] = FlowComparison.Differences(Fixture.Compile(ShapeCatalog.Combined, options), names)
                .ToLookup(difference => difference.Name, difference => difference.Text);
        }
    }
}
