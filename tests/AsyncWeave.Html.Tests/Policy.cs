using System.Text.RegularExpressions;
using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Report.Html;

namespace AsyncWeave.Html.Tests;

public sealed partial class Policy
{
    [Test]
    public void ThePageAllowsItselfOnly()
    {
        var html = File.ReadAllText(OpenPage.Written(stream => HtmlReport.Write(stream, Shop.Report())));
        var policy = PolicyPattern().Match(html).Groups[1].Value;
        Assert.That(policy, Does.StartWith("default-src 'none'; script-src 'sha256-").And.Not.Contain("unsafe"));
        Assert.That(InlineHandler().Matches(html), Is.Empty);
        Assert.That(StyleAttribute().Matches(html), Is.Empty);
    }

    [Test]
    public async Task AScriptPutInLaterDoesNotRun()
    {
        var open = await OpenPage.Of(Shop.Report());
        await open.Page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = 'window.owned = 1'; document.body.append(s); }");
        Assert.That(await open.Page.EvaluateAsync<bool>("'owned' in window"), Is.False);
        await open.Page.Context.CloseAsync();
    }

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex PolicyPattern();

    [GeneratedRegex("<[a-z][^>]* on[a-z]+=")]
    private static partial Regex InlineHandler();

    [GeneratedRegex("<[a-z][^>]* style=")]
    private static partial Regex StyleAttribute();
}
