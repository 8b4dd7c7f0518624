using System.Diagnostics;
using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Model;
using AsyncWeave.Report.Html;

namespace AsyncWeave.Html.Tests;

/// <summary>Measures a real and a very large report in the browser and prints what it found.</summary>
public sealed class Speed
{
    // Typed one letter at a time as a user would; the time is that of handling the keystroke and laying out what it shows.
    private const string Keystrokes = """
        async () => {
          const box = document.querySelector("#query");
          const times = [];
          for (const text of ["a", "as", "asy", "asyn", "async", "async s", "async si", "size>", "size>6", "size>64"]) {
            const start = performance.now();
            box.value = text;
            box.dispatchEvent(new Event("input"));
            document.querySelector(".rows").getBoundingClientRect();
            times.push(performance.now() - start);
            await new Promise(requestAnimationFrame);
          }
          return times.sort((a, b) => a - b);
        }
        """;

    private const string Sorting = """
        () => {
          const start = performance.now();
          document.querySelector("[data-sort=name]").click();
          document.querySelector(".rows").getBoundingClientRect();
          return performance.now() - start;
        }
        """;

    private const string FirstContent = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime";

    [Test]
    public async Task TheSharedFrameworksReportOpensAndAnswersAtOnce()
    {
        var reports = SharedFramework.Reports();
        var methods = reports.Reports.Sum(r => r.Methods.Count);
        var (path, fcp, keystroke, sort) = await Measure("shared framework", reports);
        Assert.That(methods, Is.GreaterThan(2000));
        Assert.That(new FileInfo(path).Length, Is.LessThan(3_000_000));
        // Goals are 1 s and 50 ms; twice that is allowed where other tests share the machine.
        Assert.That(fcp, Is.LessThan(2000));
        Assert.That(keystroke, Is.LessThan(100));
        Assert.That(sort, Is.LessThan(400));
    }

    [Test]
    public async Task TwentyThousandMethodsStayUsable()
    {
        var (_, fcp, keystroke, sort) = await Measure("20,000 methods", new ReportSet("1.0", ToolInfo.Current, [Many.Methods(20_000)], []));
        Assert.That(fcp, Is.LessThan(3000));
        Assert.That(keystroke, Is.LessThan(200));
        Assert.That(sort, Is.LessThan(1000));
    }

    private static async Task<(string Path, double FirstContent, double Keystroke, double Sort)> Measure(string what, ReportSet set)
    {
        var clock = Stopwatch.StartNew();
        var path = OpenPage.Written(stream => HtmlReport.Write(stream, set));
        var written = clock.ElapsedMilliseconds;
        clock.Restart();
        await using var open = await OpenPage.Of(path, "#/methods");
        var ready = clock.ElapsedMilliseconds;
        var fcp = await open.Page.EvaluateAsync<double>(FirstContent);
        var keystrokes = await open.Page.EvaluateAsync<double[]>(Keystrokes);
        var sort = await open.Page.EvaluateAsync<double>(Sorting);
        TestContext.Out.WriteLine(
            $"{what}: {set.Reports.Sum(r => r.Methods.Count)} methods, {new FileInfo(path).Length / 1024} KiB written in {written} ms; "
            + $"first content {fcp:0} ms, ready {ready} ms; a keystroke {keystrokes[keystrokes.Length / 2]:0.0} ms in the middle, {keystrokes[^1]:0.0} ms at most; a sort {sort:0} ms");
        return (path, fcp, keystrokes[keystrokes.Length / 2], sort);
    }
}
