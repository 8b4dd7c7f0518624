using AsyncWeave.Html.Tests.Samples;

namespace AsyncWeave.Html.Tests;

public sealed class MethodPage
{
    [Test]
    public async Task TheDrawingPutsEveryByteWhereItIs()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#m0-0");
        var blocks = await open.Page.Locator(".memory .block").EvaluateAllAsync<string[][]>(
            "bs => bs.map(b => [b.title.split(':')[0], b.style.gridRow, b.style.gridColumn])");
        // this 0, id 8, buffer 16, state 24 (4), retry 28 (1), padding 29 (3), builder 32, order 40 (120), quote 160 (64), …
        Assert.That(blocks, Does.Contain(new[] { "this", "1 / span 1", "2 / span 8" }));
        Assert.That(blocks, Does.Contain(new[] { "retry", "4 / span 1", "6 / span 1" }));
        Assert.That(blocks, Does.Contain(new[] { "3 B padding, bytes 29–31", "4 / span 1", "7 / span 3" }));
        Assert.That(blocks, Does.Contain(new[] { "order", "6 / span 15", "2 / span 8" }));
        var covered = await open.Page.Locator(".memory .block").EvaluateAllAsync<int>(
            "bs => bs.reduce((sum, b) => sum + Number(b.style.gridRow.split('span ')[1]) * Number(b.style.gridColumn.split('span ')[1]), 0)");
        Assert.That(covered, Is.EqualTo(264), "the blocks tile the state machine");
    }

    [Test]
    public async Task AStructOpensToItsFieldsInTableAndDrawing()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#m0-0");
        await open.Page.Locator("tr", new() { HasText = "order" }).Locator(".opener").ClickAsync();
        Assert.That(await open.Text(".fields"), Does.Contain("Customer").And.Contain("48–55"), "Lines stands 8 bytes into order, which stands at 40");
        Assert.That(await open.Page.Locator(".memory .block.nested").CountAsync(), Is.EqualTo(6));
        Assert.That(await open.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-expanded')"), Is.EqualTo("true"), "focus stays on the opener");
    }

    [Test]
    public async Task LanesShowWhatEachSuspensionCarries()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#m0-0");
        var quote = open.Page.Locator(".lanes tbody tr", new() { HasText = "quote" }).Locator("td:not(.n)");
        Assert.That(await quote.AllInnerTextsAsync(), Is.EqualTo(new[] { "not needed", "alive", "not needed" }));
        // await #2: this 8, buffer 8, state 4, order 120, quote 64, awaiter 24
        Assert.That(await open.Page.Locator(".lanes tfoot td.carried").AllInnerTextsAsync(), Is.EqualTo(new[] { "148 B", "228 B", "53 B" }));
    }

    [Test]
    public async Task WhatCouldGoIsMarkedWithItsBytes()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#m0-0");
        Assert.That(await open.Page.Locator(".give").AllInnerTextsAsync(), Is.EqualTo(new[] { "could go: −8 B" }));
        Assert.That(await open.Text(".method .advice"), Does.Contain("264 B → 152 B (−112 B)"));
    }

    [Test]
    public async Task ARuleThatIsOffIsNowhereShown()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#m0-0");
        foreach (var view in (string[])["#m0-0", "#/methods", "#/findings", "#/"])
        {
            await open.Go(view);
            Assert.That(await open.Text("main"), Does.Not.Contain("AW2009"), view);
        }
    }

    [Test]
    public async Task BillBudgetBaselineAndChecklistAreThere()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#m0-0");
        Assert.That(await open.Text(".bill"), Does.Contain("408 B").And.Contain("344 B").And.Contain("the continuation"));
        Assert.That(await open.Text(".gauges"), Does.Contain("8 B over").And.Contain("232 B").And.Contain("+32 B"));
        Assert.That(await open.Text(".checklist"), Does.Contain("By 1 of 3 awaits"));
    }

    [Test]
    public async Task ARuntimeAsyncMethodShowsItsContinuationInstead()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#m0-5");
        var text = await open.Text("#view");
        Assert.That(text, Does.Contain("no state machine").And.Contain("≥ 72 B").And.Contain("day"));
    }

    [Test]
    public async Task AClassBeginsWithItsHeader()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#m0-2");
        Assert.That(await open.Text(".memory .block.header"), Does.Contain("object header"));
        Assert.That(await open.Page.Locator(".fields tbody tr").First.InnerTextAsync(), Does.StartWith("16–23"));
    }
}
