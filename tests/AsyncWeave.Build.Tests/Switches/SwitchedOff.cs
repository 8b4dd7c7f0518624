using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Switches;

internal sealed class SwitchedOff
{
    [Test]
    public void RunsNothing()
    {
        using var sandbox = new Sandbox().Project(properties: "<AsyncWeaveMaxStateMachineSize>1</AsyncWeaveMaxStateMachineSize>").Write("Orders.cs", Sources.OneMethod);

        var off = sandbox.Build("-p:AsyncWeaveEnabled=false").MustSucceed();
        Assert.That(off.Summaries, Is.Empty);
        Assert.That(sandbox.Files("*asyncweave*"), Is.Empty);

        // What design-time builds of editors ask for: the compiler's arguments, and no assembly.
        sandbox.BuildAgain("-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false").MustSucceed();
        var design = sandbox.BuildAgain("-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true").MustSucceed();
        Assert.That(design.Summaries, Is.Empty);
        Assert.That(sandbox.Files("*asyncweave*"), Is.Empty);

        // Set after the package's targets were read.
        sandbox.Write("Directory.Build.targets", "<Project><PropertyGroup><AsyncWeaveEnabled>false</AsyncWeaveEnabled></PropertyGroup></Project>");
        Assert.That(sandbox.BuildAgain().MustSucceed().Summaries, Is.Empty);
        File.Delete(sandbox.FullPath("Directory.Build.targets"));
        Assert.That(sandbox.BuildAgain().MustFail().Findings.Single().Code, Is.EqualTo("AW1001"));
    }
}
