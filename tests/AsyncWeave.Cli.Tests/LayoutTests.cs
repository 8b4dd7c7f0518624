using AsyncWeave.Fixtures;

namespace AsyncWeave.Cli.Tests;

public sealed class LayoutTests
{
    [Test]
    public void DrawsTheSeedsMethod()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        var run = place.Run("layout", "Shop.dll", "GetStockPriceFor", "--runtime", "net10.0");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Snapshot.Difference(run.Out, "Layout.GetStockPriceFor"), Is.Null);
    }

    [Test]
    public void ComparesRuntimesSideBySide()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        var run = place.Run("layout", "Shop.dll", "--runtime", "net8.0,net10.0");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Snapshot.Difference(run.Out, "Layout.Runtimes"), Is.Null);
    }

    [Test]
    public void NamesTheNearestMethodWhereNoneMatches()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        var run = place.Run("layout", "Shop.dll", "GetStockPriceOf");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("did you mean 'Shop.StockPrices.GetStockPriceFor'?"));
    }
}
