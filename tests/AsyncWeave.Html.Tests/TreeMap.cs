using AsyncWeave.Html.Tests.Samples;

namespace AsyncWeave.Html.Tests;

public sealed class TreeMap
{
    [Test]
    public async Task TheMouseZoomsIntoAPartAndOpensAMethod()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#/map");
        await open.Page.Locator(".group-head", new() { HasText = "Shop" }).First.ClickAsync();
        Assert.That(open.Hash, Does.StartWith("#/map?at=Shop"));
        Assert.That(await open.Text(".map-crumbs"), Does.StartWith("All › Shop"));
        await open.Page.Locator(".tile", new() { HasText = "SubmitAsync" }).ClickAsync();
        Assert.That(await open.Text("#view h2"), Is.EqualTo("Orders.SubmitAsync(int)"));
    }

    [Test]
    public async Task ASmallRectangleWithoutALabelOpensItsMethodToo()
    {
        await using var open = await OpenPage.Of(Many.Methods(2000), "#/map");
        var stage = (await open.Page.Locator(".map-stage").BoundingBoxAsync())!;
        var x = stage.X + (stage.Width / 2);
        var y = stage.Y + (stage.Height / 2);
        for (var step = 0; step < 40 && !await open.Page.Locator(".map-hint").IsVisibleAsync(); step++)
            await open.Page.Mouse.MoveAsync(x += 1, y += 1);
        var name = await open.Text(".map-hint b");
        await open.Page.Mouse.ClickAsync(x, y);
        Assert.That(await open.Text("#view h2"), Is.EqualTo(name));
    }

    [Test]
    public async Task TheKeyboardMovesZoomsAndComesBack()
    {
        await using var open = await OpenPage.Of(Many.Methods(300), "#/map");
        var page = open.Page;
        await page.Locator(".map-buttons button").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var focused = await page.EvaluateAsync<string>("document.activeElement.textContent");
        Assert.That(focused, Does.Contain("namespace"));
        await page.Keyboard.PressAsync("Enter");
        Assert.That(open.Hash, Does.Contain("at=Contoso%2FPlatform%2F"));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        Assert.That(open.Hash, Is.EqualTo("#/map"));
        for (var step = 0; step < 4; step++)
            await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.className"), Is.EqualTo("tile").Or.EqualTo("group-head"), "focus stays in the map");
    }

    [Test]
    public async Task AreasAddUpToTheReportsTotal()
    {
        var report = Shop.Report();
        await using var open = await OpenPage.Of(report, "#/map");
        Assert.That(await open.Text(".map-crumbs .sum"), Does.Contain($"{report.Summary.TotalStateMachineBytes} B in {report.Summary.StateMachines} methods"));
    }
}
