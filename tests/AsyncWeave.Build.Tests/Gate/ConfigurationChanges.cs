using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

/// <summary>Files around the project decide again, over what was measured before.</summary>
internal sealed class ConfigurationChanges
{
    [Test]
    public void AreJudgedWithoutMeasuringAgain()
    {
        using var sandbox = new Sandbox().Project().Write("Orders.cs", Sources.OneMethod);
        sandbox.Build().MustSucceed();
        var measured = sandbox.MeasuredAt();

        sandbox.Write("asyncweave.json", """{ "budgets": { "maxStateMachineSize": 1 } }""");
        Assert.That(sandbox.BuildAgain().MustFail().Findings.Single().Code, Is.EqualTo("AW1001"));

        sandbox.Write("asyncweave.json", "{\n  \"budgets\": { \"maxStateMachineSze\": 1 }\n}");
        var typo = sandbox.BuildAgain().MustFail().Findings.Single();
        Assert.That((typo.Code, typo.File, typo.Line), Is.EqualTo(("AW0002", sandbox.FullPath("asyncweave.json"), 2)));
        Assert.That(typo.Text, Does.Contain("maxStateMachineSize"));
        File.Delete(sandbox.FullPath("asyncweave.json"));

        // A ratchet below today's value, as if the method had grown since.
        sandbox.BuildAgain("-p:AsyncWeaveUpdateBaseline=true").MustSucceed();
        var baseline = File.ReadAllText(sandbox.FullPath("asyncweave.baseline.json"));
        Assert.That(baseline, Does.Contain("M:Shop.Orders.SubmitAsync(System.String,System.Int32)"));
        sandbox.BuildAgain().MustSucceed();
        var size = sandbox.Report().GetProperty("methods")[0].GetProperty("stateMachine").GetProperty("size").GetInt32();
        sandbox.Write("asyncweave.baseline.json", baseline.Replace($": {size}", $": {size - 8}"));
        Assert.That(sandbox.BuildAgain().MustFail().Findings.Single().Code, Is.EqualTo("AW1005"));

        Assert.That(sandbox.MeasuredAt(), Is.EqualTo(measured));
    }
}
