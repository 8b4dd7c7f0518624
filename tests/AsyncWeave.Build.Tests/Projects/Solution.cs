using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

/// <summary>Several projects at once, in each of the ways in which MSBuild can run them.</summary>
internal sealed class Solution
{
    [Test]
    public void TwoProjectsMayShareOneOutputFolderInEveryKindOfBuild()
    {
        using var sandbox = new Sandbox()
            .Write("Directory.Build.props", "<Project><PropertyGroup><OutDir>$(MSBuildThisFileDirectory)out/</OutDir></PropertyGroup></Project>")
            .Project("First/First.csproj").Write("First/Orders.cs", Sources.OneMethod)
            .Project("Second/Second.csproj", items: "<ProjectReference Include=\"../First/First.csproj\" />").Write("Second/Orders.cs", Sources.OneMethod.Replace("namespace Shop", "namespace Store"))
            .Write("All.slnx", "<Solution><Project Path=\"First/First.csproj\" /><Project Path=\"Second/Second.csproj\" /></Solution>");

        var first = sandbox.Build("All.slnx", "-m").MustSucceed();
        Assert.That(first.Summaries, Has.Count.EqualTo(2));
        Assert.That(sandbox.Files("*.asyncweave.json"), Is.EqualTo(new[] { "out/asyncweave/First.net10.0.asyncweave.json", "out/asyncweave/Second.net10.0.asyncweave.json" }));

        foreach (var kind in new[] { "-graph", "-mt", "--no-incremental" })
        {
            var run = sandbox.BuildAgain("All.slnx", "-m", kind).MustSucceed();
            Assert.That(run.Summaries.Order(), Is.EqualTo(first.Summaries.Order()), kind);
            Assert.That(run.Findings, Is.Empty, kind);
        }
    }
}
