using System.Text.Json;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Cli.Tests;

public sealed class ScanTests
{
    [Test]
    public void OneAssemblyGivesItsReport()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        var run = place.Run("scan", "Shop.dll", "--json", "out/shop.json");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Is.Empty);
        using var json = JsonDocument.Parse(place.Read("out/shop.json"));
        Assert.That(json.RootElement.GetProperty("methods").GetArrayLength(), Is.EqualTo(2));
        Assert.That(run.Out, Does.Contain("2 methods").And.Contain("StockPrices.GetStockPriceFor(string)").And.Contain("Passed"));
    }

    [Test]
    public void StandardOutputHoldsTheDocumentAndNothingElse()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        var run = place.Run("scan", "Shop.dll", "--json", "-");
        using var json = JsonDocument.Parse(run.Out);
        Assert.That(json.RootElement.GetProperty("schemaVersion").GetString(), Is.EqualTo("1.0"));
        Assert.That(run.Error, Does.Contain("Passed"));
    }

    [Test]
    public void ADirectoryGivesASetAndTheBadDoNotStopTheGood()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        place.Add("Another.dll", Shop.Debug);
        place.Write("Broken.dll", File.ReadAllBytes(Shop.Fixture.AssemblyPath)[..700]);
        place.Write("Text.dll", "this is no assembly");
        place.Write("native.dll", NativeDll.Bytes);
        place.Write("libnative.dll", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]);
        place.Write("readme.txt", "not looked at");

        var run = place.Run("scan", ".", "--json", "all.json");

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        using var json = JsonDocument.Parse(place.Read("all.json"));
        Assert.That(json.RootElement.GetProperty("reports").GetArrayLength(), Is.EqualTo(2));
        Assert.That(json.RootElement.GetProperty("unreadable").EnumerateArray().Select(e => e.GetProperty("file").GetString()), Is.EqualTo(["Broken.dll", "Text.dll"]));
        Assert.That(run.ErrorLines, Has.Length.EqualTo(2));
        Assert.That(run.ErrorLines, Has.All.StartWith("asyncweave: unreadable input: AW0001: "));
    }

    [TestCase("gone.dll", "AW0001: gone.dll does not exist")]
    [TestCase("some/Cut.dll", "AW0001: some/Cut.dll is damaged: ")]
    [TestCase("some", "AW0001: Cut.dll is damaged: ")]
    public void AnUnreadableInputIsNamedOnceAndAsItWasTyped(string input, string expected)
    {
        using var place = new Workspace();
        Directory.CreateDirectory(Path.Combine(place.Directory, "some"));
        place.Write("some/Cut.dll", File.ReadAllBytes(Shop.Fixture.AssemblyPath)[..700]);

        var run = place.Run("scan", input);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines.Single(), Does.StartWith("asyncweave: unreadable input: " + expected));
        Assert.That(run.Error.Split("dll").Length, Is.EqualTo(2), "one name, once");
    }

    [Test]
    public void AFilterThatLetsNothingThroughIsNotAPassedScan()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);

        var run = place.Run("scan", "Shop.dll", "--filter", "Nothing.Of.That.Name");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("asyncweave: wrong usage: AW0005: --filter 'Nothing.Of.That.Name' matches no async method"));
    }

    [Test]
    public void ANativeDllThatWasNamedIsUnreadable()
    {
        using var place = new Workspace();
        place.Write("native.dll", NativeDll.Bytes);
        var run = place.Run("scan", "native.dll");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.Contain("AW0001").And.Contain("native.dll"));
        Assert.That(run.Out, Is.Empty);
    }

    [Test]
    public void SeveralInputsGiveASetInTheirOrder()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        place.Add("Another.dll", Shop.Debug);
        var run = place.Run("scan", "Shop.dll", "Another.dll", "missing.dll", "--json", "-");
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        using var json = JsonDocument.Parse(run.Out);
        Assert.That(json.RootElement.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("assembly").GetProperty("optimized").GetBoolean()), Is.EqualTo([true, false]));
        Assert.That(json.RootElement.GetProperty("unreadable")[0].GetProperty("file").GetString(), Is.EqualTo("missing.dll"));
    }

    [Test]
    public void AFilterLeavesOutTheRest()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        var run = place.Run("scan", "Shop.dll", "--json", "-", "--filter", "Shop.StockPrices.Ref*");
        using var json = JsonDocument.Parse(run.Out);
        Assert.That(json.RootElement.GetProperty("methods").EnumerateArray().Select(m => m.GetProperty("name").GetString()), Is.EqualTo(["Shop.StockPrices.Refresh"]));
    }

    [Test]
    public void TheSameInputGivesTheSameBytesInEveryCulture()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        var first = place.Run("scan", "Shop.dll", "--json", "-");
        using (new AwkwardCulture())
            Assert.That(place.Run("scan", "Shop.dll", "--json", "-"), Is.EqualTo(first));
    }

    [Test]
    public void AnUnwritablePlaceIsWrongUsage()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        place.Write("file", "in the way");
        var run = place.Run("scan", "Shop.dll", "--json", "file/report.json");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.Contain("file/report.json cannot be written"));
    }

    [Test]
    public void AnEmptyDirectoryIsUnreadable()
    {
        using var place = new Workspace();
        var run = place.Run("scan", ".");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("no .NET assembly"));
    }
}
