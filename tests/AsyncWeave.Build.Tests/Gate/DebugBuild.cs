using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

/// <summary>An unoptimized build hoists every local into a class: it is reported, and held to no budget unless asked.</summary>
internal sealed class DebugBuild
{
    [Test]
    public void ReportsAndEnforcesOnlyWhenAsked()
    {
        using var sandbox = new Sandbox().Project(properties: "<AsyncWeaveMaxStateMachineSize>1</AsyncWeaveMaxStateMachineSize>").Write("Orders.cs", Sources.OneMethod);

        var reported = sandbox.Build("-c", "Debug").MustSucceed();
        Assert.That(reported.Findings, Is.Empty, reported.Output);
        var report = sandbox.Report("bin/Debug/net10.0/asyncweave/App.net10.0.asyncweave.json");
        Assert.That(report.GetProperty("assembly").GetProperty("optimized").GetBoolean(), Is.False);
        Assert.That(report.GetProperty("methods")[0].GetProperty("stateMachine").GetProperty("isValueType").GetBoolean(), Is.False);

        var enforced = sandbox.BuildAgain("-c", "Debug", "-p:AsyncWeaveEnforce=always").MustFail();
        Assert.That(enforced.Findings.Single().Code, Is.EqualTo("AW1001"));

        sandbox.BuildAgain("-c", "Release", "-p:AsyncWeaveEnforce=never").MustSucceed();
    }
}
