using System.Text.Json;

namespace AsyncWeave.Cli.Tests;

public sealed class MergeTests
{
    [Test]
    public void ManyReportsBecomeOneSet()
    {
        using var place = new Workspace();
        place.Add("Shop.dll", Shop.Fixture);
        place.Add("Debug.dll", Shop.Debug);
        place.Run("scan", "Shop.dll", "--json", "reports/Shop.asyncweave.json");
        place.Run("scan", "Shop.dll", "--runtime", "net8.0", "--json", "reports/Shop.net8.0.asyncweave.json");
        place.Run("scan", "Debug.dll", "--json", "reports/Debug.asyncweave.json");

        var run = place.Run("merge", "reports", "reports/Shop.asyncweave.json", "--json", "-", "--html", "all.html");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        Assert.That(json.RootElement.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("runtime").GetProperty("framework").GetString()), Is.EqualTo(["net10.0", "net10.0", "net8.0"]));
        Assert.That(run.Error, Does.Contain("total"));
        Assert.That(place.Read("all.html"), Does.StartWith("<!DOCTYPE html>").IgnoreCase);
    }

    [TestCase("{", "line 1, column")]
    [TestCase("[]", "")]
    [TestCase("not json", "line 1")]
    [TestCase("{ \"schemaVersion\": \"99.0\" }", "99.0")]
    public void WhatIsNoReportIsUnreadable(string content, string expected)
    {
        using var place = new Workspace();
        place.Write("report.json", content);
        var run = place.Run("merge", "report.json");
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("asyncweave: unreadable input: ").And.Contain("report.json").And.Contain(expected));
    }

    [Test]
    public void AMissingReportIsUnreadable()
    {
        var run = CliRun.Of("merge", "no-such-report.json");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("no-such-report.json"));
    }
}
