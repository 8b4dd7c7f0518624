using System.Xml;
using System.Xml.Linq;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>
/// Properties in project files whose names are nearly ours. MSBuild takes any name, and a task is not told of those that nobody asks for,
/// so that a mistyped limit would be off without a word.
/// </summary>
internal static class MisspelledProperties
{
    private const string Prefix = "AsyncWeave";
    private const string Limit = Prefix + "Max";

    private static readonly string[] Known = [.. SettingTable.All.Select(setting => setting.Property).OfType<string>()];

    /// <param name="projectFiles">Full paths; those that do not exist have no properties.</param>
    public static void Report(IEnumerable<string> projectFiles, ConfigurationPaths paths, Problems problems)
    {
        foreach (var file in projectFiles.Where(File.Exists))
        {
            var text = File.ReadAllText(file);
            if (!MayHave(text))
                continue;
            foreach (var element in Properties(text))
            {
                var (name, at) = (element.Name.LocalName, (IXmlLineInfo)element);
                if (Meant(name) is { } meant)
                    problems.MatchesNothing(new Origin(name, paths.Display(file), at.LineNumber, at.LinePosition), $"there is no property {name}, and so it sets nothing; did you mean {meant}?");
            }
        }
    }

    // Only a file with a name that we do not know is worth parsing.
    private static bool MayHave(string text)
    {
        const string start = "<" + Prefix;
        for (var at = text.IndexOf(start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(start, at + 1, StringComparison.Ordinal))
        {
            var end = at + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (Meant(text.Substring(at + 1, end - at - 1)) is not null)
                return true;
        }

        return false;
    }

    // A property that the file itself asks for is the author's own.
    private static IEnumerable<XElement> Properties(string text) =>
        XDocument.Parse(text, LoadOptions.SetLineInfo).Descendants()
            .Where(element => element.Parent?.Name.LocalName == "PropertyGroup" && text.IndexOf("$(" + element.Name.LocalName + ")", StringComparison.OrdinalIgnoreCase) < 0);

    // The prefix is the same in all of them, and would make far names near. What begins like a limit is meant for one, however far.
    private static string? Meant(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || Known.Contains(name, StringComparer.OrdinalIgnoreCase))
            return null;
        if (NearestName.Of(name.Substring(Prefix.Length), Known.Select(known => known.Substring(Prefix.Length))) is { } nearest)
            return Prefix + nearest;
        return name.StartsWith(Limit, StringComparison.Ordinal) ? string.Join(", ", Known.Where(known => known.StartsWith(Limit, StringComparison.Ordinal))) : null;
    }
}
