using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Model;

namespace AsyncWeave.Html.Tests;

public sealed class SeveralFrameworks
{
    private static readonly ReportSet Set = new("1.0", ToolInfo.Current, [Shop.Report("net8.0"), Shop.Report("net10.0"), Many.Methods(50)], []);

    [Test]
    public async Task TheTableSwitchesBetweenAssemblies()
    {
        await using var open = await OpenPage.Of(Set, "#/methods");
        Assert.That(await open.Text("#view .count"), Does.StartWith("62 methods"));
        await open.Page.Locator("#within").SelectOptionAsync("1");
        Assert.That(await open.Text("#view .count"), Does.StartWith("6 methods of 62"));
        Assert.That(open.Hash, Does.Contain("in=1"));
    }

    [Test]
    public async Task AMethodIsHeldAgainstItselfOnTheOtherFramework()
    {
        await using var open = await OpenPage.Of(Set, "#m1-0");
        await open.Page.GetByText("compare with net8.0: 256 B").ClickAsync();
        Assert.That(await open.Page.Locator(".side .sum").AllInnerTextsAsync(), Is.EqualTo(new[] { "256 B", "264 B +8 B" }));
        Assert.That(await open.Page.Locator(".compared .differs th").AllInnerTextsAsync(), Is.EqualTo(new[] { "order" }));
        Assert.That(await open.Page.Locator(".block.changed").CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task AllMethodsAreListedTheMostDifferentFirst()
    {
        await using var open = await OpenPage.Of(Set);
        await open.Page.Locator("nav [data-view=compare]").ClickAsync();
        Assert.That((await open.Names())[0], Is.EqualTo("Orders.SubmitAsync(int)"));
        Assert.That(await open.Text("#view .count"), Is.EqualTo("6 methods, 1 differs"));
    }
}
