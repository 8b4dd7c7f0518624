using System.Text;
using System.Text.RegularExpressions;
using AsyncWeave.Model;
using AsyncWeave.Report.Diff;
using AsyncWeave.Report.Markdown;

namespace AsyncWeave.Report.Tests.Markdown;

public sealed class MarkdownTests
{
    [Test]
    public void AFailedReportBeginsWithItsMarkerAndItsVerdict()
    {
        var method = Samples.Method() with
        {
            Budget = new Budget(BudgetStatus.Fail, new Limits(1, null, null, null), "x"),
            Diagnostics = [new Diagnostic("AW1001", null, Severity.Error, "Orders.SubmitAsync(int): state machine is 56 B, 55 B over its budget of 1 B", "src/Orders.cs", 42, 9)],
        };

        var lines = Write(s => MarkdownReport.Write(s, Samples.Report(method))).Split('\n');

        Assert.That(lines[0], Is.EqualTo("<!-- asyncweave:report -->"));
        Assert.That(lines[1], Is.EqualTo("## AsyncWeave: failed, 1 method over budget"));
        Assert.That(lines, Has.Member("| AW1001 | <code>src/Orders.cs&#58;42</code> | Orders.SubmitAsync(int)&#58; state machine is 56 B, 55 B over its budget of 1 B |"));
        Assert.That(lines, Has.Member("| <code>MyApp</code> | net10.0 x64 | 1 | 2 | 56 B | 56 B | 0 | 1 |"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void NoNameBreaksOut(bool asDiff)
    {
        var report = Hostile.Report();
        var text = asDiff
            ? Write(s => MarkdownDiff.Write(s, ReportDiff.Between(Set(report), Set(report with { Methods = report.Methods.Select(m => m with { StateMachine = m.StateMachine! with { Size = 99 } }).ToList() }))))
            : Write(s => MarkdownReport.Write(s, report));

        var tags = Regex.Matches(text, "</?([a-z0-9]+)[^>]*>").Select(m => m.Groups[1].Value).Distinct();
        Assert.That(tags, Is.SubsetOf(new[] { "code", "details", "summary" }));
        Assert.That(text, Does.Not.Contain("](").And.Not.Contain("`").And.Not.Contain("@everyone").And.Not.Contain("\u202e").And.Not.Contain("\u001b"));
        Assert.That(text.Split('\n').Count(l => l.StartsWith("<!--")), Is.EqualTo(1));
        foreach (var row in text.Split('\n').Where(l => l.StartsWith('|')).GroupBy(l => l.Count(c => c == '|')))
            Assert.That(row.Key, Is.AnyOf(4, 6, 7, 9), "a row has the cells of its table: " + row.First());
    }

    [Test]
    public void ACommentStaysBelowWhatGitHubTakesAndCountsTheRest()
    {
        var methods = Enumerable.Range(0, 5000).Select(i => Hostile.Method("Method" + new string('y', 200), i)).ToArray();

        var text = Write(s => MarkdownReport.Write(s, Samples.Report(methods)));

        Assert.That(text, Has.Length.LessThan(65_536));
        Assert.That(text, Does.Match(@"…and \d+ more, in the full report\."));
        Assert.That(Regex.Matches(text, "<details>").Count, Is.EqualTo(Regex.Matches(text, "</details>").Count));
    }

    [Test]
    public void ADiffNamesWhatGrewWhyAndHowMuch()
    {
        var old = Samples.Method();
        var grown = Samples.Method(size: 184, fields: Samples.Field("<order>5__2", FieldRole.Local, 16, 120, "order", "MyApp.Order")) with { Awaits = [Samples.Await(0, 1), Samples.Await(1, 2), Samples.Await(2, 3)] };

        var lines = Write(s => MarkdownDiff.Write(s, ReportDiff.Between(Set(Samples.Report(old)), Set(Samples.Report(grown))))).Split('\n');

        Assert.That(lines[0], Is.EqualTo("<!-- asyncweave:diff -->"));
        Assert.That(lines[1], Is.EqualTo("## AsyncWeave: 1 method grew, state machines +128 B"));
        Assert.That(lines, Has.Member("| <code>Orders.SubmitAsync(int)</code> | 56 B → 184 B | +128 B | 120 B → 248 B | 2 → 3 | <code>order</code> +120 B, awaits <code>Task.Delay(int)</code> |"));
    }

    [Test]
    public void WithoutABaseNothingIsCalledNew()
    {
        var diff = ReportDiff.Between(new ReportSet("1.0", ToolInfo.Current, [], []), Set(Samples.Report(Samples.Method())));
        var text = Write(s => MarkdownDiff.Write(s, diff));

        Assert.That(text, Does.Contain("## AsyncWeave: no base to compare with").And.Contain("are not called new").And.Not.Contain("**New"));
        Assert.That(diff.Fails(FailOn.Growth), Is.False);
    }

    [Test]
    public void SmallChangesAreCountedAndNotListedAndFailAllTheSame()
    {
        var diff = ReportDiff.Between(Set(Samples.Report(Samples.Method())), Set(Samples.Report(Samples.Method(size: 64))));
        var text = Write(s => MarkdownDiff.Write(s, diff, MarkdownOptions.Comment with { MinimumChange = 16 }));

        Assert.That(text, Does.Contain("**Grown: 1 method, +8 B, 1 below 16 B not listed**").And.Not.Contain("SubmitAsync"));
        Assert.That(diff.Fails(FailOn.Growth), Is.True);
    }

    [Test]
    public void NoChangeIsNotWorthAComment()
    {
        var diff = ReportDiff.Between(Set(Samples.Full()), Set(Samples.Full()));

        Assert.That(MarkdownDiff.IsWorthSaying(diff), Is.False);
        Assert.That(Write(s => MarkdownDiff.Write(s, diff)), Does.Contain("AsyncWeave: no change"));
    }

    private static ReportSet Set(AssemblyReport report) => new("1.0", ToolInfo.Current, [report], []);

    private static string Write(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
