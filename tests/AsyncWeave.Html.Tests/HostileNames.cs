using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Model;

namespace AsyncWeave.Html.Tests;

public sealed class HostileNames
{
    private static readonly string[] Views = ["#/", "#/map", "#/map?colour=budget&area=awaits", "#/methods", "#/methods?group=type&cols=name,namespace,source,kind,assembly", "#/findings", "#/method?a=<script>&id=<img src=x onerror=window.owned=1>", "#/nonsense?%%%"];

    [Test]
    public async Task NothingRunsAndNothingBreaksInAnyView()
    {
        var set = new ReportSet("1.0", ToolInfo.Current, [Hostile.Report()], [new UnreadableFile(Hostile.Names[0], Hostile.Names[2])]);
        await using var open = await OpenPage.Of(set);
        for (var i = 0; i < Hostile.Names.Length + Views.Length; i++)
        {
            var hash = i < Views.Length ? Views[i] : $"#m0-{i - Views.Length}";
            await open.Page.EvaluateAsync("h => { location.hash = h }", hash);
            await open.Page.WaitForTimeoutAsync(20);
            Assert.That(await open.Page.EvaluateAsync<bool>("'owned' in window"), Is.False, hash);
            Assert.That(await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.LessThanOrEqualTo(0), hash + " is wider than the screen");
        }

        Assert.That(await open.Page.Locator("img, iframe, script:not(head script):not([type])").CountAsync(), Is.LessThanOrEqualTo(1), "only the page's own scripts");
    }

    [Test]
    public async Task MarksThatReorderTextAreSpelledOut()
    {
        await using var open = await OpenPage.Of(Hostile.Report(), "#/methods?q=gnp");
        Assert.That(await open.Text(".rows a.name"), Does.Contain("safe\\u202Egnp.exe\\u2066\\u200B"));
        Assert.That(await open.Page.ContentAsync(), Does.Not.Contain('\u202E'));
    }

    [Test]
    public async Task WithoutScriptsTheNamesAreTextToo()
    {
        await using var open = await OpenPage.Of(Hostile.Report(), options: new() { JavaScriptEnabled = false });
        Assert.That(await open.Page.Locator("table.plain tbody tr").CountAsync(), Is.EqualTo(Hostile.Names.Length));
        Assert.That(await open.Page.Locator("table.plain img, table.plain script").CountAsync(), Is.Zero);
    }
}
