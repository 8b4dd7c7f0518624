using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

internal sealed class AttributeInSource
{
    [Test]
    public void WinsOverEveryFileAndIsJudgedWhenItChanges()
    {
        using var sandbox = new Sandbox()
            .Project(properties: "<AsyncWeaveMaxAwaitCount>1</AsyncWeaveMaxAwaitCount>")
            .Write("Orders.cs", WithLimit(2))
            .Write("asyncweave.json", """{ "overrides": [ { "match": "Shop.Orders.SubmitAsync", "maxAwaitCount": 1 } ] }""");
        sandbox.Build().MustSucceed();

        sandbox.Write("Orders.cs", WithLimit(1));
        var over = sandbox.BuildAgain().MustFail();
        Assert.That(over.Findings.Single() with { Text = "" }, Is.EqualTo(new LogLine(sandbox.FullPath("Orders.cs"), 6, 35, "error", "AW1002", "")));
        Assert.That(sandbox.Report().GetProperty("methods")[0].GetProperty("budget").GetProperty("from").GetString(), Does.Contain("AsyncBudget"));
    }

    private static string WithLimit(int awaits) =>
        Sources.OneMethod.Replace("    public static async", $"    [AsyncWeave.AsyncBudget(MaxAwaitCount = {awaits}, Justification = \"two steps\")]\n    public static async");
}
