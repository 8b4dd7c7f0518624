using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class NoAsyncMethods
{
    [Test]
    public void AreReportedAsNoneWithoutAWarning()
    {
        using var sandbox = new Sandbox()
            .Project(properties: "<AsyncWeaveMaxStateMachineSize>1</AsyncWeaveMaxStateMachineSize><TreatWarningsAsErrors>true</TreatWarningsAsErrors>")
            .Write("Sum.cs", "public static class Sum { public static int Of(int a, int b) => a + b; }");

        var run = sandbox.Build().MustSucceed();
        Assert.That(run.Findings, Is.Empty);
        Assert.That(run.Summaries.Single(), Does.Contain("no async methods"));
        Assert.That(sandbox.Report().GetProperty("methods").GetArrayLength(), Is.Zero);
    }
}
