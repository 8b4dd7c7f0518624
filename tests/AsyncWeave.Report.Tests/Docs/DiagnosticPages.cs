using System.Text.RegularExpressions;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Tests.Docs;

/// <summary>Ties the table of diagnostics, the pages, the links and the rules' files together, so that the next one forgets none.</summary>
public sealed class DiagnosticPages
{
    private static IEnumerable<string> Ids => DiagnosticTable.All.Select(d => d.Id);

    private static IEnumerable<DiagnosticDescriptor> Traps => DiagnosticTable.All.Where(d => d.IsTrap);

    [TestCaseSource(nameof(Ids))]
    public void EveryDiagnosticHasAPageWithItsSections(string id)
    {
        var page = Repository.Read($"docs/rules/{id}.md");
        var descriptor = DiagnosticTable.All.Single(d => d.Id == id);

        Assert.That(page, Does.StartWith($"# {id}: {descriptor.Title}"));
        Assert.That(Regex.Matches(page, "^## (.*)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value.Trim()), Is.EqualTo(new[] { "What it means", "Example", descriptor.IsTrap ? "What it costs" : "What to change", "When to suppress", "Known limits" }));
        Assert.That(page, Does.Contain("**Severity:** " + Word(descriptor.DefaultSeverity)));
        Assert.That(page.Split('\n').Length, Is.LessThan(80), "a screen long");
    }

    [Test]
    public void EveryPageBelongsToADiagnostic()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs/rules"), "AW*.md").Select(f => Path.GetFileNameWithoutExtension(f));

        Assert.That(pages, Is.EquivalentTo(Ids));
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

    [Test]
    public void TheSchemaOffersEveryDiagnosticAndNoOther()
    {
        var schema = Repository.Read("src/AsyncWeave.Report/Schemas/asyncweave.schema.json");

        Assert.That(Regex.Matches(schema, "\"(AW\\d{4})\": \\{").Select(m => m.Groups[1].Value), Is.EquivalentTo(Ids));
    }

    [TestCaseSource(nameof(Ids))]
    public void EveryDiagnosticIsTested(string id)
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.EndsWith("DiagnosticPages.cs", StringComparison.Ordinal));

        Assert.That(tests.Any(file => File.ReadAllText(file).Contains(id)), "a test names it");
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
