using AsyncWeave.Html.Tests.Samples;
using Microsoft.Playwright;

namespace AsyncWeave.Html.Tests;

/// <summary>Themes, narrow screens, paper, keyboard, screen readers.</summary>
public sealed class Form
{
    [Test]
    public async Task TheThemeFollowsTheSystemUntilOneIsChosenAndIsKept()
    {
        await using var open = await OpenPage.Of(Shop.Report(), options: new() { ColorScheme = ColorScheme.Dark });
        Assert.That(await Luminance(open), Is.LessThan(60));
        await open.Page.Locator("#theme").ClickAsync();
        Assert.That(await Luminance(open), Is.GreaterThan(200), "light");
        await open.Page.ReloadAsync();
        Assert.That(await Luminance(open), Is.GreaterThan(200), "light is kept");
    }

    [Test]
    public async Task ANarrowScreenNeedsNoSidewaysScrolling()
    {
        await using var open = await OpenPage.Of(Shop.Report(), options: new() { ViewportSize = new() { Width = 375, Height = 800 } });
        foreach (var view in (string[])["#/", "#/methods", "#m0-0", "#/map", "#/findings"])
        {
            await open.Go(view);
            Assert.That(await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(375), view);
        }
    }

    [Test]
    public async Task PaperGetsEveryRowAndNoControls()
    {
        await using var open = await OpenPage.Of(Many.Methods(400), "#/methods");
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await open.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.That(await open.Page.Locator(".rows .row").CountAsync(), Is.EqualTo(400));
        Assert.That(await open.Page.Locator(".toolbar").IsVisibleAsync(), Is.False);
        var pdf = await open.Page.PdfAsync();
        Assert.That(pdf, Has.Length.GreaterThan(20_000));
        await open.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await open.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.That(await open.Page.Locator(".rows .row").CountAsync(), Is.LessThan(100));
    }

    [Test]
    public async Task NothingMovesWhileThePageLoads()
    {
        await using var open = await OpenPage.Of(Many.Methods(1000));
        var shift = await open.Page.EvaluateAsync<double>("""
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
              setTimeout(() => done(sum), 200);
            })
            """);
        Assert.That(shift, Is.LessThan(0.02));
    }

    [Test]
    public async Task TheTableIsWalkedByKeys()
    {
        await using var open = await OpenPage.Of(Many.Methods(500));
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Locator("#query:focus").WaitForAsync();
        await open.Page.Locator(".scroller").FocusAsync();
        for (var i = 0; i < 40; i++)
            await open.Page.Keyboard.PressAsync("ArrowDown");
        Assert.That(await open.Page.EvaluateAsync<string>("document.activeElement.closest('[data-row]').dataset.row"), Is.EqualTo("39"));
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.That(open.Hash, Does.StartWith("#/method?"));
    }

    private static Task<int> Luminance(OpenPage open) => open.Page.EvaluateAsync<int>(
        "Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])");
}
