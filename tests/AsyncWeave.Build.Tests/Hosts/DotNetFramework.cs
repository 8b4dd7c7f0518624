using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Hosts;

/// <summary>The tasks that MSBuild.exe and Visual Studio load.</summary>
internal sealed class DotNetFramework
{
    [Test]
    public void MeasuresAndJudgesToTheSameBytes()
    {
        if (!FrameworkMSBuild.HasRuntime)
            Assert.Ignore("there is no runtime for .NET Framework: install mono-devel");

        using var sandbox = new Sandbox().Project().Write("Shapes.cs", Sources.Shapes);
        FrameworkMSBuild.Prepare(sandbox);
        const string formats = "AsyncWeaveReportFormats=json%3bhtml%3bsarif%3bmarkdown%3bgitlab";
        var sdk = sandbox.Build("-p:" + formats).MustSucceed();

        var run = FrameworkMSBuild.Build(sandbox, Uri.UnescapeDataString(formats)).MustSucceed();
        Assert.That(run.Findings, Is.EqualTo(sdk.Findings));
        Assert.That(File.ReadAllBytes(sandbox.FullPath("framework/obj/asyncweave/App/model.json")), Is.EqualTo(File.ReadAllBytes(sandbox.FullPath("obj/Release/net10.0/asyncweave/App/model.json"))));
        foreach (var extension in new[] { "json", "html", "sarif", "md", "gitlab.json" })
        {
            var name = $"asyncweave/App.net10.0.asyncweave.{extension}";
            Assert.That(File.ReadAllText(sandbox.FullPath("framework/bin/" + name)), Is.EqualTo(File.ReadAllText(sandbox.FullPath("bin/Release/net10.0/" + name))), extension);
        }
    }

    [Test]
    public void FailsAtTheMethodAndAgain()
    {
        if (!FrameworkMSBuild.HasRuntime)
            Assert.Ignore("there is no runtime for .NET Framework: install mono-devel");

        using var sandbox = new Sandbox().Project().Write("Orders.cs", Sources.OneMethod);
        FrameworkMSBuild.Prepare(sandbox);
        sandbox.Build().MustSucceed();

        var first = FrameworkMSBuild.Build(sandbox, "AsyncWeaveMaxStateMachineSize=1").MustFail();
        Assert.That(first.Findings.Select(finding => finding with { Text = "" }), Does.Contain(new LogLine(sandbox.FullPath("Orders.cs"), 5, 35, "error", "AW1001", "")), first.Output);
        var measured = File.GetLastWriteTimeUtc(sandbox.FullPath("framework/obj/asyncweave/App/measured"));

        var second = FrameworkMSBuild.Build(sandbox, "AsyncWeaveMaxStateMachineSize=1").MustFail();
        Assert.That(second.Findings, Is.EqualTo(first.Findings));
        Assert.That(File.GetLastWriteTimeUtc(sandbox.FullPath("framework/obj/asyncweave/App/measured")), Is.EqualTo(measured));
    }
}
