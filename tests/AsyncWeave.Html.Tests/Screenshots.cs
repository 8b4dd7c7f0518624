using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Model;
using Microsoft.Playwright;

namespace AsyncWeave.Html.Tests;

/// <summary>Draws the pictures of docs/images anew.</summary>
[Explicit("Writes into docs/images; run it when the page's looks change.")]
public sealed class Screenshots
{
    private static readonly ViewportSize Desktop = new() { Width = 1280, Height = 860 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Test]
    public async Task OfASmallReport()
    {
        var set = new ReportSet("1.0", ToolInfo.Current, [Shop.Report()], []);
        await Take(set, "#/", "html-overview-light", Desktop, ColorScheme.Light);
        await Take(set, "#m0-0", "html-method-dark", new() { Width = 1280, Height = 1500 }, ColorScheme.Dark);
        await Take(set, "#m0-0", "html-method-light", new() { Width = 1280, Height = 1500 }, ColorScheme.Light);
        await Take(set, "#/", "html-overview-phone-dark", Phone, ColorScheme.Dark);
        await Take(set, "#m0-0", "html-method-phone-light", Phone, ColorScheme.Light);
    }

    [Test]
    public async Task OfTheSharedFramework()
    {
        await Take(SharedFramework.Reports(), "#/map", "html-map-light", Desktop, ColorScheme.Light);
        await Take(SharedFramework.Reports(), "#/methods?q=Microsoft.AspNetCore%20awaits%3E2", "html-methods-dark", Desktop, ColorScheme.Dark);
    }

    [Test]
    public async Task OfTwoFrameworks()
    {
        var set = new ReportSet("1.0", ToolInfo.Current, [Shop.Report("net8.0"), Shop.Report()], []);
        await Take(set, "#/compare?a=Shop&id=" + Uri.EscapeDataString(Shop.SubmitId), "html-compare-light", Desktop, ColorScheme.Light);
    }

    private static async Task Take(ReportSet set, string hash, string name, ViewportSize size, ColorScheme scheme)
    {
        await using var open = await OpenPage.Of(set, hash, new() { ViewportSize = size, ColorScheme = scheme });
        await open.Page.ScreenshotAsync(new() { Path = Path.Combine(Images(), name + ".png") });
    }

    private static string Images()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AsyncWeave.sln")))
            folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder!.FullName, "docs", "images")).FullName;
    }
}
