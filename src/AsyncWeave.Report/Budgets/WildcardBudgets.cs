using System.Xml;
using System.Xml.Linq;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>
/// Budget items as they are written in project files. MSBuild takes a star or question mark in an Include for a pattern of
/// file names and drops the item when no file matches, so that a budget would be off without a word.
/// </summary>
public sealed record WildcardBudgets(IReadOnlyList<BudgetItem> Items, IReadOnlyList<Diagnostic> Problems)
{
    private const string ElementName = "AsyncWeaveBudget";
    private static readonly char[] Wildcards = ['*', '?'];
    private static readonly string[] Reserved = ["Include", "Exclude", "Update", "Remove", "Condition", "Label"];

    /// <param name="projectFiles">Full paths; those that do not exist have no items.</param>
    public static WildcardBudgets In(IEnumerable<string> projectFiles)
    {
        var items = new List<BudgetItem>();
        var problems = new List<Diagnostic>();
        foreach (var file in projectFiles.Where(File.Exists))
        {
            foreach (var element in Elements(file))
            {
                if (IsPlain(element))
                    items.AddRange(Patterns(element).Select(pattern => new BudgetItem(pattern, Metadata(element))));
                else
                    problems.Add(NeedsMatch(file, element));
            }
        }

        return new WildcardBudgets(items, problems);
    }

    /// <summary>These and what MSBuild evaluated, without the files that it took a pattern for.</summary>
    /// <param name="directory">The project's.</param>
    public IReadOnlyList<BudgetItem> With(IEnumerable<BudgetItem> evaluated, string directory) =>
        [.. evaluated.Where(item => Items.Count == 0 || !File.Exists(Path.Combine(directory, item.Pattern))), .. Items];

    private static IEnumerable<XElement> Elements(string file)
    {
        var text = File.ReadAllText(file);
        if (text.IndexOf(ElementName, StringComparison.Ordinal) < 0)
            return [];
        return XDocument.Parse(text, LoadOptions.SetLineInfo).Descendants()
            .Where(element => element.Name.LocalName == ElementName && Include(element).IndexOfAny(Wildcards) >= 0);
    }

    /// <summary>Nothing that MSBuild would have to evaluate, which only it can.</summary>
    private static bool IsPlain(XElement element) =>
        element.AncestorsAndSelf().All(part => part.Attribute("Condition") is null && part.Name.LocalName is not ("Target" or "When" or "Otherwise"))
        && !Include(element).Contains("$(") && !Include(element).Contains("@(")
        && Metadata(element).Values.All(value => !value.Contains("$("));

    private static IEnumerable<string> Patterns(XElement element) =>
        Include(element).Split(';').Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0);

    private static string Include(XElement element) => element.Attribute("Include")?.Value ?? "";

    private static Dictionary<string, string> Metadata(XElement element)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in element.Attributes().Where(attribute => !Reserved.Contains(attribute.Name.LocalName)))
            metadata[attribute.Name.LocalName] = attribute.Value;
        foreach (var child in element.Elements())
            metadata[child.Name.LocalName] = child.Value.Trim();
        return metadata;
    }

    private static Diagnostic NeedsMatch(string file, IXmlLineInfo at) =>
        new(
            DiagnosticTable.InvalidConfiguration.Id, Method: null, DiagnosticTable.InvalidConfiguration.DefaultSeverity,
            $"MSBuild takes the wildcard in the Include of this {ElementName} for file names: write the pattern in the metadata Match, or %2A for the star",
            file, at.LineNumber, at.LinePosition);
}
