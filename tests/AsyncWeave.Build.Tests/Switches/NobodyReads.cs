using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Switches;

/// <summary>Builds whose log nobody reads, or whose assembly is not the one that will run.</summary>
internal sealed class NobodyReads
{
    [Test]
    public void WhatLiveTestingHotReloadAndWpfBuild()
    {
        using var sandbox = new Sandbox().Project(properties: "<AsyncWeaveMaxStateMachineSize>1</AsyncWeaveMaxStateMachineSize>").Write("Orders.cs", Sources.OneMethod);

        foreach (var property in new[] { "DotNetWatchBuild=true", "BuildingForLiveUnitTesting=true", "NCrunch=1", "_TargetAssemblyProjectName=App" })
        {
            var run = sandbox.Build("-p:" + property).MustSucceed();
            Assert.That(run.Summaries, Is.Empty, property);
        }

        Assert.That(sandbox.Files("*.asyncweave.*"), Is.Empty);
        sandbox.BuildAgain().MustFail();
    }
}
