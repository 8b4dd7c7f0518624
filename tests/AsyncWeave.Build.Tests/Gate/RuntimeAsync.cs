using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

/// <summary>A method that the runtime suspends has no state machine: nothing to compare, and neither a growth nor a gain.</summary>
internal sealed class RuntimeAsync
{
    [Test]
    public void IsCountedButNotAsAnImprovement()
    {
        using var sandbox = new Sandbox()
            .Project(properties: "<EnablePreviewFeatures>true</EnablePreviewFeatures><NoWarn>SYSLIB5007</NoWarn>")
            .Write("Orders.cs", Sources.OneMethod)
            .Write("asyncweave.json", """{ "baseline": { "slack": "error", "stale": "error" } }""");
        sandbox.Build("-p:AsyncWeaveUpdateBaseline=true").MustSucceed();

        var run = sandbox.BuildAgain("--no-incremental", "-p:Features=runtime-async=on").MustSucceed();
        Assert.That(run.Findings, Is.Empty, run.Output);
        var method = sandbox.Report().GetProperty("methods")[0];
        Assert.That(method.GetProperty("kind").GetString(), Is.EqualTo("runtimeAsync"));
        Assert.That(method.GetProperty("stateMachine").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(method.GetProperty("awaitCount").GetInt32(), Is.EqualTo(2));
        Assert.That(sandbox.Report().GetProperty("summary").GetProperty("runtimeAsyncMethods").GetInt32(), Is.EqualTo(1));

        // The awaits stay under their budget.
        File.Delete(sandbox.FullPath("asyncweave.baseline.json"));
        Assert.That(sandbox.BuildAgain("-p:Features=runtime-async=on", "-p:AsyncWeaveMaxAwaitCount=1").MustFail().Findings.Single().Code, Is.EqualTo("AW1002"));
    }
}
