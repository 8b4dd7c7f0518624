using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Incremental;

internal sealed class SecondBuild
{
    [Test]
    public void MeasuresNothingAndWritesNothing()
    {
        using var sandbox = new Sandbox().Project(properties: "<AsyncWeaveMaxStateMachineSize>999</AsyncWeaveMaxStateMachineSize>").Write("Orders.cs", Sources.OneMethod);
        var first = sandbox.Build().MustSucceed();
        var measured = sandbox.MeasuredAt();
        var written = WrittenAt(sandbox);

        var second = sandbox.BuildAgain("-question").MustSucceed();
        Assert.That(sandbox.MeasuredAt(), Is.EqualTo(measured));
        Assert.That(WrittenAt(sandbox), Is.EqualTo(written));
        Assert.That(second.Summaries, Is.EqualTo(first.Summaries));

        // Another limit, and then a report that somebody deleted: both are judged again, from what was measured.
        var over = sandbox.BuildAgain("-p:AsyncWeaveMaxStateMachineSize=1").MustFail();
        Assert.That(over.Findings.Single().Code, Is.EqualTo("AW1001"));
        var report = sandbox.FullPath("bin/Release/net10.0/asyncweave/App.net10.0.asyncweave.json");
        Assert.That(File.ReadAllText(report), Does.Contain("AW1001"));
        File.Delete(report);
        sandbox.BuildAgain().MustSucceed();
        Assert.That(File.ReadAllText(report), Does.Not.Contain("AW1001"));
        Assert.That(sandbox.MeasuredAt(), Is.EqualTo(measured));

        // What changes the measuring measures again.
        sandbox.BuildAgain("-p:AsyncWeaveTargetArchitecture=x86").MustSucceed();
        Assert.That(sandbox.MeasuredAt(), Is.GreaterThan(measured));
        Assert.That(sandbox.Report().GetProperty("runtime").GetProperty("pointerSize").GetInt32(), Is.EqualTo(4));
    }

    [Test]
    public void WarmsUpOnlyForABuildThatCompiles()
    {
        const string task = "Done executing task \"AsyncWeave.Tasks.WarmUp\"";
        using var sandbox = new Sandbox().Project().Write("Orders.cs", Sources.OneMethod);
        Assert.That(sandbox.Build("-v:detailed").MustSucceed().Output, Does.Contain(task));
        Assert.That(sandbox.BuildAgain("-v:detailed").MustSucceed().Output, Does.Not.Contain(task));
        Assert.That(sandbox.BuildAgain("-v:detailed", "-p:DotNetWatchBuild=true", "--no-incremental").MustSucceed().Output, Does.Not.Contain(task));
    }

    private static Dictionary<string, DateTime> WrittenAt(Sandbox sandbox) =>
        sandbox.Files("*.asyncweave.*").ToDictionary(path => path, path => File.GetLastWriteTimeUtc(sandbox.FullPath(path)));
}
