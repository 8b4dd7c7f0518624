using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Incremental;

internal sealed class Clean
{
    [Test]
    public void RemovesWhatWasWrittenWhereverItWasWritten()
    {
        using var sandbox = new Sandbox().Project().Write("Orders.cs", Sources.OneMethod);
        sandbox.Build().MustSucceed();
        sandbox.BuildAgain("-p:AsyncWeaveReportDirectory=reports\\here").MustSucceed();
        Assert.That(Directory.GetFiles(sandbox.FullPath("reports/here")), Has.Length.EqualTo(2));

        sandbox.DotNet("clean", "-p:AsyncWeaveReportDirectory=reports\\here").MustSucceed();
        sandbox.DotNet("clean").MustSucceed();
        Assert.That(sandbox.Files("*asyncweave*"), Is.Empty);
        Assert.That(Directory.Exists(sandbox.FullPath("bin/Release/net10.0/asyncweave")), Is.False);
        Assert.That(Directory.Exists(sandbox.FullPath("obj/Release/net10.0/asyncweave/App")), Is.False);
    }

    [Test]
    public void RemovesWhatAFailedBuildWrote()
    {
        using var sandbox = new Sandbox().Project(properties: "<AsyncWeaveMaxStateMachineSize>1</AsyncWeaveMaxStateMachineSize>").Write("Orders.cs", Sources.OneMethod);
        sandbox.Build().MustFail();
        Assert.That(sandbox.Files("*.asyncweave.json"), Has.Count.EqualTo(1));
        Assert.That(File.Exists(sandbox.FullPath("bin/Release/net10.0/App.dll")), Is.False, "an assembly over its budget is not handed on");

        sandbox.DotNet("clean").MustSucceed();
        Assert.That(sandbox.Files("*.asyncweave.*"), Is.Empty);
    }
}
