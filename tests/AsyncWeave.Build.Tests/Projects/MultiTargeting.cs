using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class MultiTargeting
{
    [Test]
    public void GivesAReportAndAVerdictForEachFramework()
    {
        using var sandbox = new Sandbox().Project(frameworks: "net8.0;net10.0").Write("Orders.cs", Sources.OneMethod);

        var run = sandbox.Build().MustSucceed();
        Assert.That(run.Summaries, Has.Count.EqualTo(2).And.One.Contains("(net8.0)").And.One.Contains("(net10.0)"));
        foreach (var framework in new[] { "net8.0", "net10.0" })
        {
            var report = sandbox.Report($"bin/Release/{framework}/asyncweave/App.{framework}.asyncweave.json");
            Assert.That(report.GetProperty("runtime").GetProperty("framework").GetString(), Is.EqualTo(framework));
            Assert.That(report.GetProperty("methods")[0].GetProperty("stateMachine").GetProperty("exact").GetBoolean(), Is.True);
        }

        var over = sandbox.BuildAgain("-p:AsyncWeaveMaxStateMachineSize=1").MustFail();
        Assert.That(over.Output.Split('\n').Where(line => line.Contains("error AW1001")).Select(line => line.Split("::TargetFramework=")[1]).Distinct(), Has.Exactly(2).Items);

        sandbox.DotNet("clean").MustSucceed();
        Assert.That(sandbox.Files("*asyncweave*"), Is.Empty);
    }
}
