using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Model;
using AsyncWeave.Report.Diff;

namespace AsyncWeave.Html.Tests;

public sealed class DiffPage
{
    private static ReportDiff Diff()
    {
        var before = Shop.Report("net8.0");
        var after = Shop.Report("net10.0") with { Assembly = before.Assembly, Runtime = before.Runtime };
        after = after with { Methods = [.. after.Methods.Skip(2), after.Methods[0], Reports.Method("Shop.Fresh.RunAsync", Machine.Of("Shop.Fresh/<RunAsync>d__0").WithBuilder().Build())] };
        return ReportDiff.Between(new ReportSet("1.0", ToolInfo.Current, [before], []), new ReportSet("1.0", ToolInfo.Current, [after], []));
    }

    [Test]
    public async Task WhatGrewComesFirstWithItsReason()
    {
        await using var open = await OpenPage.Of(Diff());
        Assert.That(await open.Text("#verdict"), Does.Contain("1 grew, 1 new, 1 gone, 4 as before."));
        var first = await open.Text(".changes tbody tr");
        Assert.That(first, Does.Contain("Orders.SubmitAsync(int)").And.Contain("256 B").And.Contain("264 B").And.Contain("+8 B").And.Contain("order 112 → 120 B"));
    }

    [Test]
    public async Task AChangeIsDrawnBeforeAndAfterWithItsFieldsMarked()
    {
        await using var open = await OpenPage.Of(Diff());
        await open.Page.Locator(".changes a.name").First.ClickAsync();
        Assert.That(await open.Page.Locator(".side .sum").AllInnerTextsAsync(), Is.EqualTo(new[] { "256 B", "264 B +8 B" }));
        Assert.That(await open.Page.Locator(".block.changed").AllInnerTextsAsync(), Has.All.Contains("order"));
        await open.Page.GetByText("next").ClickAsync();
        Assert.That(await open.Page.Locator(".side .sum").First.InnerTextAsync(), Is.EqualTo("–"), "a new method has no before");
    }

    [Test]
    public async Task WithoutABaseNothingIsCalledNew()
    {
        var diff = ReportDiff.Between(new ReportSet("1.0", ToolInfo.Current, [], []), new ReportSet("1.0", ToolInfo.Current, [Shop.Report()], []));
        await using var open = await OpenPage.Of(diff);
        Assert.That(await open.Text("#verdict"), Does.StartWith("No base"));
        Assert.That(await open.Page.Locator(".changes").CountAsync(), Is.Zero);
    }
}
