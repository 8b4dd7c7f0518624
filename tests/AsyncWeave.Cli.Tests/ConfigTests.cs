namespace AsyncWeave.Cli.Tests;

public sealed class ConfigTests
{
    private const string Configuration = """
        {
          "budgets": { "maxStateMachineSize": { "warn": 200, "error": 256 } },
          "overrides": [ { "match": "Shop.Import.*", "maxAwaitCount": 20, "severity": "warning", "justification": "one call per night" } ],
          "exclude": [ "Shop.Generated.*" ],
        }
        """;

    [Test]
    public void EachValueHasItsPlace()
    {
        using var place = new Workspace();
        place.Write("asyncweave.json", Configuration);
        var run = place.Run("config", ".");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Match(@"MaxStateMachineSize +warn 200, error 256 +asyncweave\.json\(2,"));
        Assert.That(run.Out, Does.Match("MaxAwaitCount +none +default"));
    }

    [TestCase("Shop.Import.RunAsync", @"MaxAwaitCount +20 +asyncweave\.json\(3,")]
    [TestCase("Shop.Import.*", "a broken budget is said as warning")]
    [TestCase("Shop.Generated.Client.GetAsync", "is not judged: excluded by 'Shop.Generated.\\*' in asyncweave.json\\(4,")]
    [TestCase("Shop.Orders.SubmitAsync", @"MaxStateMachineSize +warn 200, error 256")]
    public void AMethodHasItsOwn(string method, string expected)
    {
        using var place = new Workspace();
        place.Write("asyncweave.json", Configuration);
        Assert.That(place.Run("config", "--method", method).Out, Does.Match(expected));
    }

    [Test]
    public void AMistakeIsWrongUsageWithItsPlace()
    {
        using var place = new Workspace();
        place.Write("asyncweave.json", """{ "budgetz": {} }""");
        var run = place.Run("config");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("asyncweave.json(1,").And.Contain("AW0002").And.Contain("budgets"));
    }

    [Test]
    public void WhatIsNoPlaceIsWrongUsage() => Assert.That(CliRun.Of("config", "no-such-place").ExitCode, Is.EqualTo(2));

    [Test]
    [Category("Slow")]
    public void AProjectsOwnPropertiesAndItemsCount()
    {
        using var place = new Workspace();
        place.Write("Shop.csproj", """
            <Project>
              <PropertyGroup><AsyncWeaveMaxAwaitCount>7</AsyncWeaveMaxAwaitCount><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
              <ItemGroup>
                <AsyncWeaveBudget Include="Shop.Import.*" MaxHoistedFields="3" />
                <EditorConfigFiles Include=".editorconfig" />
              </ItemGroup>
            </Project>
            """);
        place.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.AW2004.severity = warning\n");
        var run = place.Run("config", "Shop.csproj", "--method", "Shop.Import.RunAsync");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Match("MaxAwaitCount +7 +AsyncWeaveMaxAwaitCount").And.Match("MaxHoistedFields +3 +"));
        Assert.That(run.Out, Does.Match("TreatWarningsAsErrors +true +TreatWarningsAsErrors").And.Match(@"AW2004 +warning +\.editorconfig\(2,1\) \[\*\.cs\]"));
    }
}
