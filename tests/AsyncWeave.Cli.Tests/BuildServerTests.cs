using System.Text.Json;

namespace AsyncWeave.Cli.Tests;

public sealed class BuildServerTests
{
    [Test]
    public void GitHubGetsAnnotationsAndAStepSummary()
    {
        using var place = OverBudget();
        place.Write("summary.md", "# before\n");
        var run = place.RunWith(new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = Path.Combine(place.Directory, "summary.md") }, "scan", "Shop.dll");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out.Split('\n'), Has.Exactly(2).StartsWith("::error file="));
        Assert.That(place.Read("summary.md"), Does.StartWith("# before\n").And.Contain("StockPrices.GetStockPriceFor(string)"));
    }

    [Test]
    public void AzureGetsIssuesAndAnUploadedSummary()
    {
        using var place = OverBudget();
        var run = place.RunWith(new() { ["TF_BUILD"] = "True", ["AGENT_TEMPDIRECTORY"] = place.Directory }, "scan", "Shop.dll");
        var lines = run.Out.Split('\n');
        Assert.That(lines, Has.Exactly(2).StartsWith("##vso[task.logissue type=error;"));
        var upload = lines.Single(line => line.StartsWith("##vso[task.uploadsummary]", StringComparison.Ordinal));
        Assert.That(File.ReadAllText(upload["##vso[task.uploadsummary]".Length..]), Does.Contain("StockPrices"));
    }

    [Test]
    public void TeamCityGetsProblemsAndStatistics()
    {
        using var place = OverBudget();
        var run = place.RunWith(new() { ["TEAMCITY_VERSION"] = "2025.1" }, "scan", "Shop.dll");
        Assert.That(run.Out, Does.Contain("##teamcity[buildProblem ").And.Contain("##teamcity[buildStatisticValue key='AsyncWeave.OverBudget' value='2']"));
    }

    [Test]
    public void GitLabGetsACodeQualityReport()
    {
        using var place = OverBudget();
        place.RunWith(new() { ["GITLAB_CI"] = "true" }, "scan", "Shop.dll");
        using var json = JsonDocument.Parse(place.Read("gl-code-quality-report.json"));
        Assert.That(json.RootElement.GetArrayLength(), Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public void NoneSilencesIt()
    {
        using var place = OverBudget();
        var run = place.RunWith(new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = Path.Combine(place.Directory, "summary.md") }, "scan", "Shop.dll", "--ci", "none");
        Assert.That(run.Out, Does.Not.Contain("::error"));
        Assert.That(File.Exists(Path.Combine(place.Directory, "summary.md")), Is.False);
    }

    [Test]
    public void AnUnwritableSummaryFailsNothing()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        var run = place.RunWith(new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = place.Directory }, "scan", "Shop.dll");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Does.Contain("step summary could not be written"));
    }

    [TestCase("GITHUB_ACTIONS", "true")]
    [TestCase("TF_BUILD", "True")]
    [TestCase("TEAMCITY_VERSION", "1")]
    public void ANameIsNoCommand(string variable, string value)
    {
        using var place = new Workspace();
        place.Add("Hostile.dll", Hostile.Fixture);
        foreach (var command in new[] { "scan", "layout" })
        {
            var run = place.RunWith(new() { [variable] = value }, command, "Hostile.dll");
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            var names = run.Out.Split('\n').Where(line => line.Contains("setvariable", StringComparison.Ordinal)).ToList();
            Assert.That(names, Is.Not.Empty);
            Assert.That(names, Has.None.Contain("##vso[").And.None.Contain("##teamcity["));
        }
    }

    private static Workspace OverBudget()
    {
        var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        place.Write("asyncweave.json", """{ "budgets": { "maxStateMachineSize": 39 } }""");
        return place;
    }
}
