using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class TestProject
{
    [Test, Category("Slow")]
    public void IsTestedAndMeasuredOnlyWhenAsked()
    {
        using var sandbox = new Sandbox().Project(
            properties: "<AsyncWeaveMaxStateMachineSize>1</AsyncWeaveMaxStateMachineSize>",
            items: """
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="NUnit" Version="4.6.1" />
                <PackageReference Include="NUnit3TestAdapter" Version="6.3.1" />
                """).Write("OrdersTests.cs", """
            public sealed class OrdersTests
            {
                [NUnit.Framework.Test]
                public async Task Waits()
                {
                    await Task.Yield();
                    await Task.Yield();
                }
            }
            """);

        var run = sandbox.DotNet("test").MustSucceed();
        Assert.That(run.Output, Does.Match(@"Passed:\s+1"));
        Assert.That(run.Summaries, Is.Empty);

        Assert.That(sandbox.BuildAgain("-p:AsyncWeaveEnabled=true").MustFail().Findings.Select(finding => finding.Code), Does.Contain("AW1001"));
    }
}
