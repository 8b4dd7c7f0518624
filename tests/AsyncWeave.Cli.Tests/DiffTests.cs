using System.Text.Json;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Cli.Tests;

public sealed class DiffTests
{
    [Test]
    public void TwoReportsAreCompared()
    {
        using var place = Prepared();
        var run = place.Run("diff", "old.json", "new.json", "--fail-on", "growth", "--markdown", "diff.md", "--html", "diff.html", "--json", "diff.json");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(Snapshot.Difference(run.Out, "Diff"), Is.Null);
        Assert.That(place.Read("diff.md"), Does.StartWith("<!-- asyncweave:diff -->").And.Contain("StockPrices.GetStockPriceFor(string)"));
        Assert.That(place.Read("diff.html"), Does.StartWith("<!DOCTYPE html>").And.Contain("StockPrices.GetStockPriceFor(string)"));
        using var json = JsonDocument.Parse(place.Read("diff.json"));
        Assert.That(json.RootElement.ValueKind, Is.EqualTo(JsonValueKind.Object));
    }

    [Test]
    public void TheVerdictIsAskedFor()
    {
        using var place = Prepared();
        Assert.That(place.Run("diff", "old.json", "new.json").ExitCode, Is.Zero);
        Assert.That(place.Run("diff", "old.json", "new.json", "--fail-on", "budget").ExitCode, Is.Zero);
        Assert.That(place.Run("diff", "new.json", "old.json", "--fail-on", "growth").ExitCode, Is.Zero);
        Assert.That(place.Run("diff", "old.json", "new.json", "--fail-on", "growth", "--minimum-change", "1000").ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void AssembliesAndDirectoriesAreMeasuredNow()
    {
        using var place = Prepared();
        Assert.That(place.Run("diff", "old/Shop.dll", "new/Shop.dll", "--fail-on", "growth").ExitCode, Is.Zero, "an assembly of another name has no base");
        Assert.That(place.Run("diff", "old", "old").Out, Does.Contain("Nothing changed"));
    }

    [Test]
    public void WithoutABaseNothingIsNew()
    {
        using var place = Prepared();
        place.Write("empty.json", """{ "schemaVersion": "1.0", "tool": { "name": "AsyncWeave", "version": "1.0.0" }, "reports": [], "unreadable": [] }""");
        var run = place.Run("diff", "empty.json", "new.json", "--fail-on", "growth");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.Contain("no base").And.Not.Contain("new:"));
        Assert.That(run.Error, Does.Contain("no base"));
    }

    [Test]
    public void AMissingBaseIsUnreadable()
    {
        using var place = Prepared();
        var run = place.Run("diff", "gone.json", "new.json");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("gone.json"));
    }

    // Fixtures are compiled under names of their own; a diff pairs assemblies by name.
    private static Workspace Prepared()
    {
        var place = new Workspace();
        Directory.CreateDirectory(Path.Combine(place.Directory, "old"));
        Directory.CreateDirectory(Path.Combine(place.Directory, "new"));
        place.Add("old/Shop.dll", Shop.Fixture);
        place.Add("new/Shop.dll", Shop.Grown);
        place.Run("scan", "old/Shop.dll", "--json", "old.json");
        place.Run("scan", "new/Shop.dll", "--json", "new.json");
        place.Write("old.json", place.Read("old.json").Replace(Shop.Fixture.Name, "Shop", StringComparison.Ordinal));
        place.Write("new.json", place.Read("new.json").Replace(Shop.Grown.Name, "Shop", StringComparison.Ordinal));
        return place;
    }

}
