using AsyncWeave.Html.Tests.Samples;

namespace AsyncWeave.Html.Tests;

public sealed class MethodTable
{
    [TestCase("submit", new[] { "Orders.SubmitAsync(int)" })]
    [TestCase("size>256", new[] { "Orders.SubmitAsync(int)" })]
    [TestCase("awaits>=2 -submit", new[] { "Catalog.ReadAllAsync(int)" })]
    [TestCase("AW2013", new[] { "Orders.SubmitAsync(int)" })]
    [TestCase("ns:shop.payments", new[] { "Gateway.ChargeAsync(int)" })]
    [TestCase("is:inexact", new[] { "Gateway.ChargeAsync(int)" })]
    [TestCase("kind:runtimeAsync", new[] { "Jobs.NightlyAsync(int)" })]
    [TestCase("budget:fail", new[] { "Orders.SubmitAsync(int)" })]
    [TestCase("nothing-has-this-name", new string[0])]
    public async Task SearchFindsWhatIsAskedFor(string query, string[] expected)
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#/methods");
        await open.Page.Locator("#query").FillAsync(query);
        Assert.That(await open.Names(), Is.EquivalentTo(expected));
    }

    [Test]
    public async Task AnUnknownKeyIsToldRatherThanIgnored()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#/methods");
        await open.Page.Locator("#query").FillAsync("sise:12");
        Assert.That(await open.Text(".problems"), Does.Contain("Nothing is called “sise”"));
    }

    [Test]
    public async Task SortingTurnsTheOrderAndIsKeptInTheAddress()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#/methods");
        var before = await open.Names();
        await open.Page.Locator("[data-sort=size]").ClickAsync();
        var after = await open.Names();
        Assert.That(before[0], Is.EqualTo("Orders.SubmitAsync(int)"));
        Assert.That(after[^2], Is.EqualTo("Orders.SubmitAsync(int)"), "methods without a state machine come last either way");
        Assert.That(open.Hash, Does.Contain("sort=size%3Aasc"));
        await open.Page.GoBackAsync();
        Assert.That(await open.Names(), Is.EqualTo(before));
    }

    [Test]
    public async Task AMethodIsReachedFromItsRowAndByItsLink()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#/methods");
        await open.Page.Locator(".rows a.name", new() { HasText = "SubmitAsync" }).ClickAsync();
        Assert.That(await open.Text("#view h2"), Is.EqualTo("Orders.SubmitAsync(int)"));
        var link = open.Hash;
        await using var second = await OpenPage.Of(Shop.Report(), link);
        Assert.That(await second.Text("#view h2"), Is.EqualTo("Orders.SubmitAsync(int)"));
    }

    [Test]
    public async Task ALowerBoundIsMarked()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#/methods?q=is:inexact");
        Assert.That(await open.Text(".rows .c-size"), Is.EqualTo("≥ 32 B"));
    }
}
