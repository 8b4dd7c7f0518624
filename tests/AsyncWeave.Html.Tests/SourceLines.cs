using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Model;
using AsyncWeave.Report.Html;

namespace AsyncWeave.Html.Tests;

public sealed class SourceLines
{
    private static readonly ReportSet Set = new("1.0", ToolInfo.Current, [Shop.Report()], []);

    [Test]
    public async Task AreShownWhereAskedForWithTheAwaitsMarked()
    {
        string[] lines = [.. Enumerable.Range(1, 80).Select(i => i == 44 ? "var quote = await <b>pricing</b>.QuoteAsync(order);" : $"line {i}")];
        await using var open = await OpenPage.Of(Set, "#m0-0", report: new HtmlReportOptions { SourceLines = file => file == "src/Orders.cs" ? lines : null });
        Assert.That(await open.Text("table.source tr.awaits-here"), Does.Contain("await #1").And.Contain("<b>pricing</b>"));
        Assert.That(await open.Page.Locator("table.source tr").CountAsync(), Is.EqualTo(20), "lines 42 to 61");
    }

    [Test]
    public async Task AreLeftOutOtherwise()
    {
        await using var open = await OpenPage.Of(Set, "#m0-0");
        Assert.That(await open.Page.Locator("table.source").CountAsync(), Is.Zero);
    }
}
