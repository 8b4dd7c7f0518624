using AsyncWeave.Html.Tests.Samples;
using Microsoft.Playwright;

namespace AsyncWeave.Html.Tests;

public sealed class ScriptsOff
{
    private static readonly BrowserNewContextOptions NoScripts = new() { JavaScriptEnabled = false };

    [Test]
    public async Task TheTableHoldsEveryMethod()
    {
        await using var open = await OpenPage.Of(Many.Methods(1000), options: NoScripts);
        Assert.That(await open.Page.Locator("table.plain tbody tr").CountAsync(), Is.EqualTo(1000));
        Assert.That(await open.Page.Locator("table.plain").IsVisibleAsync());
    }

    [Test]
    public async Task FieldsAndAwaitsAreThere()
    {
        await using var open = await OpenPage.Of(Shop.Report(), options: NoScripts);
        await open.Page.Locator(".plain-method summary").First.ClickAsync();
        var text = await open.Text(".plain-method");
        Assert.That(text, Does.Contain("<>t__builder").And.Contain("m_task").And.Contain("QuoteAsync").And.Contain("AW2013"));
        Assert.That(await open.Page.Locator(".js-only:visible").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task APolicyThatForbidsScriptsLeavesTheSamePage()
    {
        // As an artifact viewer does it: scripting is on, but the page may not run any.
        var context = await Browser.Chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        using var stream = new MemoryStream();
        Report.Html.HtmlReport.Write(stream, Shop.Report());
        await page.RouteAsync("https://artifacts.example/**", route => route.FulfillAsync(new()
        {
            BodyBytes = stream.ToArray(),
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "script-src 'none'", ["Content-Type"] = "text/html; charset=utf-8" },
        }));
        await page.GotoAsync("https://artifacts.example/report.html");
        Assert.That(await page.Locator("table.plain tbody tr").CountAsync(), Is.EqualTo(6));
        await context.CloseAsync();
    }
}
