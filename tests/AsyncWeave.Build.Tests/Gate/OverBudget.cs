using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

internal sealed class OverBudget
{
    [Test]
    public void FailsOneByteBelowTheSizeAndPassesAtIt()
    {
        using var sandbox = new Sandbox().Project().Write("Orders.cs", Sources.OneMethod);

        var free = sandbox.Build().MustSucceed();
        Assert.That(free.Findings, Is.Empty, free.Output);
        var method = sandbox.Report().GetProperty("methods")[0];
        var size = method.GetProperty("stateMachine").GetProperty("size").GetInt32();
        Assert.That(method.GetProperty("name").GetString(), Is.EqualTo("Shop.Orders.SubmitAsync"));
        var line = method.GetProperty("source").GetProperty("line").GetInt32();
        var column = method.GetProperty("source").GetProperty("column").GetInt32();
        Assert.That(size, Is.GreaterThan(0));
        // The name in the declaration.
        Assert.That((line, column), Is.EqualTo((5, 35)));
        Assert.That(free.Summaries, Has.Count.EqualTo(1).And.One.Contains($"{size} B"));

        var over = sandbox.BuildAgain($"-p:AsyncWeaveMaxStateMachineSize={size - 1}").MustFail();
        Assert.That(over.Findings, Has.Count.EqualTo(1), over.Output);
        Assert.That(over.Findings[0] with { Text = "" }, Is.EqualTo(new LogLine(sandbox.FullPath("Orders.cs"), line, column, "error", "AW1001", "")));
        Assert.That(over.Findings[0].Text, Does.Contain($"{size} B").And.Contain("1 B over its budget").And.Contain($"{size - 1} B"));

        var again = sandbox.BuildAgain($"-p:AsyncWeaveMaxStateMachineSize={size - 1}").MustFail();
        Assert.That(again.Findings, Is.EqualTo(over.Findings), "a gate must not go green by building twice");

        sandbox.BuildAgain($"-p:AsyncWeaveMaxStateMachineSize={size}").MustSucceed();
    }
}
