using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Model;

namespace AsyncWeave.Html.Tests;

public sealed class FirstScreen
{
    [Test]
    public async Task TheVerdictComesFirstWithWhoByHowMuchAndWhy()
    {
        await using var open = await OpenPage.Of(Shop.Report());
        Assert.That(await open.Text("#verdict"), Is.EqualTo("Failed 1 of 2 methods with a budget is over it."));
        var card = await open.Text(".card");
        Assert.That(card, Does.Contain("src/Orders.cs:42").And.Contain("264 B of 256 B, 8 B over").And.Contain("order 120 B").And.Contain("−112 B").And.Contain("Budget from asyncweave.json"));
    }

    [Test]
    public async Task ABarOfTheHistogramLeadsToItsMethods()
    {
        await using var open = await OpenPage.Of(Shop.Report());
        await open.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "1 method of ≤ 384 bytes" }).ClickAsync();
        Assert.That(await open.Names(), Is.EqualTo(new[] { "Orders.SubmitAsync(int)" }));
    }

    [Test]
    public async Task BaselineSettingsAndExactnessAreStated()
    {
        await using var open = await OpenPage.Of(Shop.Report());
        var text = await open.Text("#overview");
        Assert.That(text, Does.Contain("1 grew, 1 shrank, 0 as before, 4 without a row; +24 B in all."));
        Assert.That(text, Does.Contain("asyncweave.json(3,5)").And.Contain("1 size is a lower bound").And.Contain("Vendor.Money"));
    }

    [Test]
    public async Task WithoutABudgetNothingIsSaidToHavePassed()
    {
        var report = Reports.Of("Plain", "net10.0", [Reports.Method("Plain.Type.RunAsync", Machine.Of("Plain.Type/<RunAsync>d__0").WithBuilder().Build())]);
        await using var open = await OpenPage.Of(report);
        Assert.That(await open.Text("#verdict"), Is.EqualTo("Measured No budget is set, so nothing could fail."));
    }

    [Test]
    public async Task AReportWithoutMethodsStillOpens()
    {
        await using var open = await OpenPage.Of(Reports.Of("Empty", "net10.0", []), "#/methods");
        Assert.That(await open.Text("#view .count"), Does.StartWith("0 methods"));
        await open.Go("#/map");
        Assert.That(await open.Text(".map-empty"), Does.Contain("No method"));
    }

    [Test]
    public async Task UnreadableFilesAreNamed()
    {
        var set = new ReportSet("1.0", ToolInfo.Current, [Shop.Report()], [new UnreadableFile("native.dll", "is no .NET assembly")]) { WithoutAsync = 3 };
        await using var open = await OpenPage.Of(set);
        Assert.That(await open.Text("#overview"), Does.Contain("native.dll: is no .NET assembly").And.Contain("3 assemblies have no async method"));
        Assert.That(await open.Text("#verdict"), Does.StartWith("Failed"));
    }
}
