using System.Text.Json;
using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Model;
using AsyncWeave.Report.Diff;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AsyncWeave.Html.Tests;

/// <summary>axe-core looks at every view; contrast is looked at again in the dark.</summary>
public sealed class Accessibility
{
    // Nothing is preloaded: the page has no style sheet elsewhere, and axe would wait for one.
    private const string Run = """
        async rules => (await axe.run(document, { preload: false, resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) }))
          .violations.filter(v => v.impact === "serious" || v.impact === "critical")
          .map(v => v.id + ": " + v.help + "; " + v.nodes.slice(0, 3).map(n => n.html).join(" | "))
        """;

    private static readonly string[] Views =
        ["#/", "#/methods", "#/methods?group=type", "#/map", "#/findings", "#/compare", "#m0-0", "#/compare?a=Shop&id=" + Uri.EscapeDataString(Shop.SubmitId)];

    private static readonly ReportSet Set = new("1.0", ToolInfo.Current, [Shop.Report("net8.0"), Shop.Report()], []);

    [Test]
    public async Task NoViewHasASeriousFault()
    {
        await using var open = await OpenPage.Of(Set);
        await AssertNoFaults(open, Views, null);
    }

    [Test]
    public async Task TheDarkThemeHasContrastToo()
    {
        await using var open = await OpenPage.Of(Set, options: new() { ColorScheme = ColorScheme.Dark });
        await AssertNoFaults(open, ["#/", "#/methods", "#/map", "#/map?colour=budget", "#m0-0"], ["color-contrast"]);
    }

    [Test]
    public async Task TheDiffHasNoneEither()
    {
        await using var open = await OpenPage.Of(ReportDiff.Between(Wrap(Shop.Report("net8.0")), Wrap(Shop.Report("net10.0") with { Assembly = Shop.Report("net8.0").Assembly })));
        await AssertNoFaults(open, ["#/", "#/change?n=0"], null);
    }

    private static ReportSet Wrap(AssemblyReport report) => new("1.0", ToolInfo.Current, [report], []);

    private static async Task AssertNoFaults(OpenPage open, string[] views, string[]? rules)
    {
        await open.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        foreach (var view in views)
        {
            await open.Page.EvaluateAsync("h => { location.hash = h }", view);
            await open.Page.WaitForTimeoutAsync(50);
            var faults = await open.Page.EvaluateAsync<JsonElement>(Run, rules);
            Assert.That(faults.EnumerateArray().Select(f => f.GetString()), Is.Empty, view);
        }
    }
}
