using System.Text.Json;
using AsyncWeave.Html.Tests.Samples;

namespace AsyncWeave.Html.Tests;

public sealed class Exports
{
    [Test]
    public async Task CsvHoldsTheFilteredRowsAndNoFormulas()
    {
        var lines = (await Exported(Shop.Report(), "size>=56", "CSV")).Split("\r\n");
        Assert.That(lines[0], Does.StartWith("\uFEFFMethod,Size,Awaits"));
        Assert.That(lines[1], Does.StartWith("Shop.Orders.SubmitAsync,264,3"));
        Assert.That(lines, Has.Length.EqualTo(4), "a heading, two methods, and the end");
        var hostile = await Exported(Hostile.Report(), "calc", "CSV");
        Assert.That(hostile, Does.Contain("\r\n'=cmd|"));
    }

    [Test]
    public async Task JsonHasTheFieldNamesOfTheReport()
    {
        using var json = JsonDocument.Parse(await Exported(Shop.Report(), "submit", "JSON"));
        var method = json.RootElement[0];
        Assert.That(json.RootElement.GetArrayLength(), Is.EqualTo(1));
        Assert.That(method.GetProperty("id").GetString(), Is.EqualTo(Shop.SubmitId));
        Assert.That(method.GetProperty("token").GetString(), Is.EqualTo("0x06000012"));
        var machine = method.GetProperty("stateMachine");
        Assert.That(machine.GetProperty("size").GetInt32(), Is.EqualTo(264));
        var order = machine.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("sourceName").GetString() == "order");
        Assert.That(order.GetProperty("fields")[2].GetProperty("type").GetString(), Is.EqualTo("System.Guid"));
        Assert.That(order.GetProperty("liveAcross").EnumerateArray().Select(i => i.GetInt32()), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(method.GetProperty("allocations").GetProperty("suspension").GetProperty("bytes").GetInt32(), Is.EqualTo(408));
        Assert.That(method.GetProperty("awaits")[1].GetProperty("region").GetString(), Is.EqualTo("try"));
    }

    private static async Task<string> Exported(Model.AssemblyReport report, string query, string format)
    {
        await using var open = await OpenPage.Of(report, "#/methods?q=" + Uri.EscapeDataString(query));
        await open.Page.GetByText("Export").ClickAsync();
        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = format, Exact = true }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), new System.Text.UTF8Encoding(false)) is var text && format == "CSV" ? "\uFEFF" + text.TrimStart('\uFEFF') : text;
    }
}
