namespace AsyncWeave.Cli.Tests;

public sealed class GateTests
{
    private const string TooSmall = """{ "budgets": { "maxStateMachineSize": 39 } }""";

    [Test]
    public void ABrokenBudgetEndsWithOneAndSaysWhere()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        place.Write("small.json", TooSmall);
        var run = place.Run("scan", "Shop.dll", "--config", "small.json");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Out, Does.Contain("error AW1001: StockPrices.GetStockPriceFor(string)").And.Contain("40 B").And.Contain("Failed: 2 methods over budget"));
    }

    [Test]
    public void TheConfigurationIsFoundUpwardFromTheAssembly()
    {
        using var place = new Workspace();
        Directory.CreateDirectory(Path.Combine(place.Directory, "bin", "Release"));
        place.Add("bin/Release/Shop.dll", Shop.Fixture);
        place.Write("asyncweave.json", TooSmall);
        Assert.That(place.Run("scan", "bin/Release/Shop.dll").ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void BudgetsAreEnforcedInUnoptimizedAssembliesOnlyWhenAskedFor()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Debug);
        place.Write("asyncweave.json", TooSmall);
        Assert.That(place.Run("scan", "Shop.dll").ExitCode, Is.Zero);
        Assert.That(place.Run("scan", "--enforce", "Shop.dll").ExitCode, Is.EqualTo(1));
        Assert.That(place.Run("scan", "Shop.dll", "--enforce").ExitCode, Is.EqualTo(1));
        Assert.That(place.Run("scan", "--enforce", "never", "Shop.dll").ExitCode, Is.Zero);
    }

    [Test]
    public void AMistakeInTheConfigurationIsWrongUsage()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        place.Write("wrong.json", """{ "budgets": { "maxStateMachineSiz": 39 } }""");
        var run = place.Run("scan", "Shop.dll", "--config", "wrong.json");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Out);
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("asyncweave: invalid configuration: ").And.Contain("AW0002").And.Contain("wrong.json(1,").And.Contain("maxStateMachineSize"));
    }

    [Test]
    public void ABaselineHoldsWhatItLists()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        place.Run("scan", "Shop.dll", "--json", "Shop.asyncweave.json");
        var written = place.Run("baseline", "Shop.asyncweave.json", "-o", "base.json");
        Assert.That(written.ExitCode, Is.Zero, written.Error);
        Assert.That(written.Out, Is.EqualTo("wrote base.json\n"));
        Assert.That(place.Run("baseline", "Shop.asyncweave.json", "-o", "base.json").Out, Is.EqualTo("base.json is up to date\n"));
        Assert.That(place.Run("scan", "Shop.dll", "--baseline", "base.json").ExitCode, Is.Zero);

        place.Write("tight.json", place.Read("base.json").Replace("\"size\": 40", "\"size\": 39", StringComparison.Ordinal));
        var grown = place.Run("scan", "Shop.dll", "--baseline", "tight.json");
        Assert.That(grown.ExitCode, Is.EqualTo(1), grown.Out + grown.Error);
        Assert.That(grown.Out, Does.Contain("error AW1005"));
    }

    [Test]
    public void ABaselineOfAnUnoptimizedBuildIsRefused()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Debug);
        place.Run("scan", "Shop.dll", "--json", "Shop.asyncweave.json");
        var run = place.Run("baseline", "Shop.asyncweave.json");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("without optimization"));
        Assert.That(File.Exists(Path.Combine(place.Directory, "asyncweave.baseline.json")), Is.False);
    }
}
