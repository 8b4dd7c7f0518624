using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Switches;

/// <summary>A property that does not say what it should is an error with its name: nothing is switched off, or on, in silence.</summary>
internal sealed class WrongWord
{
    [Test]
    public void InAPropertyFailsTheBuild()
    {
        using var sandbox = new Sandbox().Project(properties: """
            <AsyncWeaveMaxStateMachineSize>10.5</AsyncWeaveMaxStateMachineSize>
            <AsyncWeaveEnforce>maybe</AsyncWeaveEnforce>
            <AsyncWeaveStrict>maybe</AsyncWeaveStrict>
            <AsyncWeaveUpdateBaseline>maybe</AsyncWeaveUpdateBaseline>
            <AsyncWeaveTreatWarningsAsErrors>maybe</AsyncWeaveTreatWarningsAsErrors>
            <AsyncWeaveTargetRuntime>net</AsyncWeaveTargetRuntime>
            <AsyncWeaveTargetArchitecture>z80</AsyncWeaveTargetArchitecture>
            <AsyncWeaveConfigFile>gone.json</AsyncWeaveConfigFile>
            <AsyncWeaveBaselineFile>gone.baseline.json</AsyncWeaveBaselineFile>
            <AsyncWeaveReportFormats>xml</AsyncWeaveReportFormats>
            """).Write("Orders.cs", Sources.OneMethod);

        var run = sandbox.Build().MustFail();
        foreach (var name in new[] { "MaxStateMachineSize", "Enforce", "Strict", "UpdateBaseline", "TreatWarningsAsErrors", "TargetRuntime", "TargetArchitecture", "ConfigFile", "ReportFormats" })
            Assert.That(run.Findings.Where(finding => finding is { Severity: "error", Code: "AW0002" } && finding.Text.Contains("AsyncWeave" + name)), Is.Not.Empty, name + "\n" + run.Output);
        Assert.That(run.Findings.Where(finding => finding.Text.Contains("gone.baseline.json")), Is.Not.Empty, run.Output);
        Assert.That(run.Summaries.Single(), Does.Not.Contain("->"), "no report was written");

        var off = sandbox.BuildAgain("-p:AsyncWeaveEnabled=maybe").MustFail();
        Assert.That(off.Findings.Single(), Is.EqualTo(new LogLine(sandbox.FullPath("App.csproj"), null, null, "error", "AW0002", "AsyncWeaveEnabled must be true or false, not 'maybe'")));
    }
}
