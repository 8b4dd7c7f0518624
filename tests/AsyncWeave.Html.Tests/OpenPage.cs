using AsyncWeave.Model;
using AsyncWeave.Report.Diff;
using AsyncWeave.Report.Html;
using Microsoft.Playwright;

namespace AsyncWeave.Html.Tests;

/// <summary>A report opened from a file as a user would, watched for complaints and for requests that leave.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private readonly string url;

    private OpenPage(IPage page, string url)
    {
        Page = page;
        this.url = url;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Type + ": " + message.Text);
        };
        page.PageError += (_, error) => complaints.Add("fault: " + error);
        page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != url && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                complaints.Add("request: " + request.Url);
        };
    }

    public IPage Page { get; }

    public string Hash => new Uri(Page.Url).Fragment;

    public static Task<OpenPage> Of(AssemblyReport report, string hash = "", BrowserNewContextOptions? options = null, bool withoutDecompression = false) =>
        Of(new ReportSet("1.0", report.Tool, [report], []), hash, options, withoutDecompression);

    public static Task<OpenPage> Of(ReportSet set, string hash = "", BrowserNewContextOptions? options = null, bool withoutDecompression = false, HtmlReportOptions? report = null) =>
        Of(Written(stream => HtmlReport.Write(stream, set, report)), hash, options, withoutDecompression);

    public static Task<OpenPage> Of(ReportDiff diff, string hash = "") => Of(Written(stream => HtmlReport.Write(stream, diff)), hash);

    public static string Written(Action<Stream> write)
    {
        var path = Path.Combine(Browser.Folder, Guid.NewGuid().ToString("N") + ".html");
        using var file = File.Create(path);
        write(file);
        return path;
    }

    /// <param name="withoutDecompression">As in a browser that has no DecompressionStream.</param>
    public static async Task<OpenPage> Of(string path, string hash, BrowserNewContextOptions? options = null, bool withoutDecompression = false)
    {
        options ??= new BrowserNewContextOptions();
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await Browser.Chromium.NewContextAsync(options);
        var page = new OpenPage(await context.NewPageAsync(), new Uri(path).AbsoluteUri);
        if (withoutDecompression)
            await context.AddInitScriptAsync("delete globalThis.DecompressionStream");
        await page.Go(hash);
        return page;
    }

    public async Task Go(string hash)
    {
        await Page.GotoAsync(url + hash);
        var scripts = await Page.Locator("html.js").CountAsync() == 1;
        if (scripts)
            await Page.Locator("html[data-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>The visible rows' method names, from the top.</summary>
    public async Task<IReadOnlyList<string>> Names() => await Page.Locator(".rows .row a.name").AllInnerTextsAsync();

    public Task<string> Text(string selector) => Page.Locator(selector).First.InnerTextAsync();

    /// <summary>Every page must have stayed silent and at home.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.That(complaints, Is.Empty);
    }
}
