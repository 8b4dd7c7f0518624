using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

/// <summary>The build's own switches act on AsyncWeave's warnings as on the compiler's.</summary>
internal sealed class WarningSwitches
{
    [Test]
    public void SilenceRaiseAndKeep()
    {
        using var sandbox = new Sandbox()
            .Project()
            .Write("Orders.cs", Sources.OneMethod)
            .Write("asyncweave.json", """{ "exclude": [ "Nothing.At.All" ] }""");

        Assert.That(Severities(sandbox.Build().MustSucceed()), Is.EqualTo(new[] { "warning AW0005" }));
        Assert.That(Severities(sandbox.BuildAgain("-p:NoWarn=AW0005").MustSucceed()), Is.Empty);
        Assert.That(Severities(sandbox.BuildAgain("-p:TreatWarningsAsErrors=true").MustFail()), Is.EqualTo(new[] { "error AW0005" }));
        Assert.That(Severities(sandbox.BuildAgain("-p:TreatWarningsAsErrors=true", "-p:AsyncWeaveTreatWarningsAsErrors=false").MustSucceed()), Is.EqualTo(new[] { "warning AW0005" }));

        sandbox.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.AW0005.severity = none\n");
        Assert.That(Severities(sandbox.BuildAgain().MustSucceed()), Is.Empty);
    }

    private static IEnumerable<string> Severities(BuildRun run) => run.Findings.Select(finding => $"{finding.Severity} {finding.Code}");
}
