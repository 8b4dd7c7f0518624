using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Switches;

internal sealed class FaultOfTheTool
{
    [Test]
    public void IsAWarningAndWithStrictAnError()
    {
        // A report directory that cannot be: a file stands there.
        using var sandbox = new Sandbox()
            .Project(properties: "<AsyncWeaveReportDirectory>Orders.cs/reports</AsyncWeaveReportDirectory>")
            .Write("Orders.cs", Sources.OneMethod);

        var lenient = sandbox.Build().MustSucceed();
        Assert.That(lenient.Findings.Select(finding => (finding.Severity, finding.Code)).Distinct(), Is.EqualTo(new[] { ("warning", "AW0007") }), lenient.Output);
        Assert.That(File.Exists(sandbox.FullPath("bin/Release/net10.0/App.dll")));

        var strict = sandbox.BuildAgain("-p:AsyncWeaveStrict=true").MustFail();
        Assert.That(strict.Findings.Select(finding => (finding.Severity, finding.Code)).Distinct(), Is.EqualTo(new[] { ("error", "AW0007") }), strict.Output);

        // The verdict is not silenced by it.
        Assert.That(sandbox.BuildAgain("-p:AsyncWeaveMaxAwaitCount=1").MustFail().Findings.Select(finding => finding.Code), Does.Contain("AW1002"));
    }
}
