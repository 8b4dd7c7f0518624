using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

internal sealed class SeveralFrameworks
{
    [Test]
    public void ShareOneBaselineThatIsWrittenInOneGo()
    {
        using var sandbox = new Sandbox().Project(
            frameworks: "net10.0;net472",
            properties: "<ImplicitUsings>disable</ImplicitUsings>",
            items: """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" Condition="'$(TargetFramework)' == 'net472'" />""")
            .Write("Orders.cs", Sources.OneMethodWithUsings);
        var file = sandbox.FullPath("asyncweave.baseline.json");

        sandbox.Build("-p:AsyncWeaveUpdateBaseline=true").MustSucceed();
        var written = File.ReadAllText(file);
        var rows = written.Split('\n').Where(line => line.Contains("M:Shop.Orders.SubmitAsync")).ToList();
        Assert.That(rows, Has.Count.EqualTo(2), "a second row because the builder of .NET Framework is larger");
        var own = rows.Single(row => row.Contains("\"framework\""));
        var framework = own.Contains("net472") ? "net472" : "net10.0";

        sandbox.BuildAgain().MustSucceed();
        sandbox.BuildAgain("--no-incremental", "-p:AsyncWeaveUpdateBaseline=true").MustSucceed();
        Assert.That(File.ReadAllText(file), Is.EqualTo(written), "the same code gives the same file");

        // Over the row of one framework alone.
        sandbox.Write("asyncweave.baseline.json", written.Replace(own, Shrunk(own)));
        var grown = sandbox.BuildAgain().MustFail();
        Assert.That(grown.Output.Split('\n').Where(line => line.Contains("error AW1005")).Select(line => line.Split("TargetFramework=")[1].Trim(' ', ']')).Distinct(), Is.EqualTo(new[] { framework }));
    }

    /// <summary>A byte less of state machine than there is.</summary>
    private static string Shrunk(string row) =>
        System.Text.RegularExpressions.Regex.Replace(row, @"(""size"": )(\d+)", match => match.Groups[1].Value + (int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) - 1));
}
