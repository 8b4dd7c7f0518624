using AsyncWeave.Html.Tests.Samples;

namespace AsyncWeave.Html.Tests;

public sealed class MethodTable
{
    private static readonly (string Query, string[] Found)[] Queries =
    [
        ("submit", ["Orders.SubmitAsync(int)"]),
        ("size>256", ["Orders.SubmitAsync(int)"]),
        ("awaits>=2 -submit", ["Catalog.ReadAllAsync(int)"]),
        ("AW2013", ["Orders.SubmitAsync(int)"]),
        ("ns:shop.payments", ["Gateway.ChargeAsync(int)"]),
        ("is:inexact", ["Gateway.ChargeAsync(int)"]),
        ("is:generic size<=32", ["Cache.GetAsync(int)"]),
        ("kind:runtimeAsync", ["Jobs.NightlyAsync(int)"]),
        ("budget:fail", ["Orders.SubmitAsync(int)"]),
        ("\"src/Orders.cs\" saves>100", ["Orders.SubmitAsync(int)"]),
        ("nothing-has-this-name", []),
    ];

    [Test]
    public async Task SearchFindsWhatIsAskedFor()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#/methods");
        foreach (var (query, found) in Queries)
        {
            await open.Page.Locator("#query").FillAsync(query);
            Assert.That(await open.Names(), Is.EquivalentTo(found), query);
        }
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
    public async Task GoingBackFindsTheSearchAsItWasLeft()
    {
        await using var open = await OpenPage.Of(Shop.Report(), "#/methods");
        await open.Page.Locator("#query").FillAsync("catalog");
        await open.Page.Locator(".rows a.name").First.ClickAsync();
        await open.Page.Locator("article.method").WaitForAsync();
        await open.Page.GoBackAsync();
        Assert.That(await open.Page.Locator("#query").InputValueAsync(), Is.EqualTo("catalog"));
        Assert.That(await open.Names(), Has.Count.EqualTo(2));
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
