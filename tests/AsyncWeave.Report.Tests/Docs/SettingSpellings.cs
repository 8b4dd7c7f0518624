using System.Text.RegularExpressions;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Tests.Docs;

/// <summary>A setting is spelled in up to five places; each spelling of the table is looked for where it must be.</summary>
public sealed class SettingSpellings
{
    private static readonly string Page = Repository.Read("docs/configuration.md");

    private static IEnumerable<string> Names => SettingTable.All.Select(s => s.Name);

    [TestCaseSource(nameof(Names))]
    public void EverySpellingIsDocumented(string name)
    {
        var setting = SettingTable.All.Single(s => s.Name == name);

        foreach (var spelling in new[] { setting.Property, setting.Metadata, setting.JsonPath, setting.Attribute, setting.Option }.OfType<string>())
            Assert.That(Page.Contains($"`{spelling}`"), spelling);
        foreach (var word in setting.Words)
            Assert.That(Page.Contains(word), word);
        if (setting.Default.Length > 0)
            Assert.That(Page.Contains($"`{setting.Default}`"), setting.Default);
    }

    [Test]
    public void EveryPropertyIsReadByTheBuild()
    {
        var targets = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "build"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".props", StringComparison.Ordinal) || f.EndsWith(".targets", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.That(SettingTable.All.Select(s => s.Property).OfType<string>().Where(p => !targets.Contains($"$({p})") && !targets.Contains($"$({p}.")), Is.Empty);
    }

    [Test]
    public void EveryOptionIsTakenByTheTool()
    {
        var tool = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "src/AsyncWeave.Cli"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/")).Select(File.ReadAllText));

        Assert.That(SettingTable.All.Select(s => s.Option).OfType<string>().Where(o => !tool.Contains($"\"{o}\"")), Is.Empty);
    }

    [Test]
    public void TheAttributeHasEveryProperty()
    {
        var attribute = Repository.Read("build/content/AsyncBudgetAttribute.cs");

        Assert.That(Regex.Matches(attribute, @"public int (\w+)").Select(m => m.Groups[1].Value), Is.EquivalentTo(SettingTable.All.Select(s => s.Attribute).OfType<string>()));
    }

    [Test]
    public void TheExampleOfThePageReadsWithoutAProblem()
    {
        var example = Regex.Match(Page, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var problems = new AsyncWeave.Report.Budgets.Problems();

        new AsyncWeave.Report.Budgets.ConfigurationFileReader("asyncweave.json", problems).Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(example)));

        Assert.That(example, Is.Not.Empty);
        Assert.That(problems.Found, Is.Empty);
    }
}
