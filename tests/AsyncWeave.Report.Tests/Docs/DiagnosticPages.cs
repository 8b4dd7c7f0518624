using System.Text.RegularExpressions;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Tests.Docs;

/// <summary>Ties the table of diagnostics, the pages, the links and the rules' files together, so that the next one forgets none.</summary>
public sealed class DiagnosticPages
{
    private static readonly string[] Sections = ["What it means", "Example", "What to change", "When to suppress", "Known limits"];

    private static IEnumerable<string> Documented =>
        DiagnosticTable.All.Select(d => d.Id).Where(id => !id.StartsWith("AW2", StringComparison.Ordinal));

    private static IEnumerable<DiagnosticDescriptor> Traps => DiagnosticTable.All.Where(d => d.Id.StartsWith("AW2", StringComparison.Ordinal));

    [TestCaseSource(nameof(Documented))]
    public void EveryDiagnosticHasAPageWithItsSections(string id)
    {
        var page = Repository.Read($"docs/rules/{id}.md");

        Assert.That(page, Does.StartWith($"# {id}: "));
        Assert.That(Regex.Matches(page, "^## (.*)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value.Trim()), Is.EqualTo(Sections));
        Assert.That(page, Does.Contain("**Severity:** " + Word(DiagnosticTable.All.Single(d => d.Id == id).DefaultSeverity)));
        Assert.That(page.Split('\n').Length, Is.LessThan(80), "a screen long");
    }

    [Test]
    public void EveryPageBelongsToADiagnostic()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs/rules"), "AW*.md").Select(f => Path.GetFileNameWithoutExtension(f));

        Assert.That(pages, Is.SubsetOf(DiagnosticTable.All.Select(d => d.Id)));
    }

    [Test]
    public void EveryHelpLinkLeadsToItsPage()
    {
        foreach (var descriptor in DiagnosticTable.All)
            Assert.That(descriptor.HelpLink, Does.EndWith($"/docs/rules/{descriptor.Id}.md"));
    }

    [Test]
    public void EveryTrapHasAFileAndEveryFileIsATrap()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src/AsyncWeave.Analysis/Rules"), "AW2*.cs")
            .Select(f => Path.GetFileName(f)[.."AW2000".Length]);

        Assert.That(files.Order(), Is.EqualTo(Traps.Select(d => d.Id)));
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
