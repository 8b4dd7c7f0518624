using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

internal sealed class EditorConfig
{
    [Test]
    public void SetsSeveritiesById_ByCategoryAndGlobally()
    {
        using var sandbox = new Sandbox().Project().Write("Orders.cs", """
            namespace Shop;

            public static class Orders
            {
                public static async void Forget() => await Task.Delay(1);
            }
            """);
        var first = sandbox.Build().MustSucceed();
        Assert.That(first.Findings.Select(finding => (finding.Severity, finding.Code, finding.Line)), Is.EqualTo(new[] { ("warning", "AW2003", (int?)5) }), first.Output);
        var measured = sandbox.MeasuredAt();

        sandbox.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-AsyncWeave.severity = error\n");
        Assert.That(Severities(sandbox.BuildAgain().MustFail()), Is.EqualTo(new[] { "error AW2003" }));

        sandbox.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = error\ndotnet_diagnostic.AW2003.severity = none\n");
        Assert.That(Severities(sandbox.BuildAgain().MustSucceed()), Is.Empty);

        File.Delete(sandbox.FullPath(".editorconfig"));
        sandbox.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.AW2003.severity = suggestion\n");
        Assert.That(Severities(sandbox.BuildAgain().MustSucceed()), Is.Empty);
        Assert.That(sandbox.Report().GetProperty("summary").GetProperty("diagnostics").GetProperty("AW2003").GetInt32(), Is.EqualTo(1));
        Assert.That(sandbox.MeasuredAt("net10.0"), Is.GreaterThanOrEqualTo(measured));
    }

    private static IEnumerable<string> Severities(BuildRun run) => run.Findings.Select(finding => $"{finding.Severity} {finding.Code}");
}
