using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class OldFrameworks
{
    [Test]
    public void AreLaidOutForTheirOwnRuntime()
    {
        using var sandbox = new Sandbox().Project(
            frameworks: "net472;netstandard2.0",
            properties: "<ImplicitUsings>disable</ImplicitUsings><LangVersion>7.3</LangVersion>",
            items: """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" Condition="'$(TargetFramework)' == 'net472'" />""")
            .Write("Orders.cs", Sources.OneMethodWithUsings);

        var run = sandbox.Build().MustSucceed();
        Assert.That(run.Findings, Is.Empty, run.Output);
        var framework = sandbox.Report("bin/Release/net472/asyncweave/App.net472.asyncweave.json");
        Assert.That(framework.GetProperty("runtime").GetProperty("framework").GetString(), Is.EqualTo("net472"));
        Assert.That(framework.GetProperty("runtime").GetProperty("architecture").GetString(), Is.EqualTo("x64"));
        var standard = sandbox.Report("bin/Release/netstandard2.0/asyncweave/App.netstandard2.0.asyncweave.json");
        Assert.That(standard.GetProperty("assembly").GetProperty("targetFramework").GetString(), Is.EqualTo("netstandard2.0"));

        // .NET Framework's builder is larger than that of .NET, so its state machine is.
        Assert.That(Size(framework), Is.GreaterThan(Size(standard)));
    }

    private static int Size(System.Text.Json.JsonElement report) =>
        report.GetProperty("methods")[0].GetProperty("stateMachine").GetProperty("size").GetInt32();
}
