using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>What to change: the findings, those that give back the most bytes first.</summary>
internal static class AdviceText
{
    public static IEnumerable<TextLine> Write(MethodReport method, TextOptions options)
    {
        yield return TextLine.Of("What could change?", TextStyle.Heading);
        var findings = method.Diagnostics
            .Where(finding => !finding.Suppressed && finding.Severity != Severity.None)
            .OrderByDescending(finding => finding.Severity).ThenByDescending(finding => finding.SavesBytes)
            .ThenBy(finding => finding.Line ?? 0).ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ToList();
        if (findings.Count == 0)
            yield return TextLine.Of("  Nothing that a rule knows of.", TextStyle.Good);
        foreach (var line in findings.SelectMany(finding => Finding(finding, method.DisplayName, options)))
            yield return line;
    }

    private static IEnumerable<TextLine> Finding(Diagnostic finding, string method, TextOptions options)
    {
        var place = finding.Line is { } line ? $"line {Figures.Number(line)}: " : "";
        var saving = finding.SavesBytes > 0 ? $" (gives back {Figures.Bytes(finding.SavesBytes, true, options.Glyphs)})" : "";
        return Prose.Wrap(new TextSpan($"  {finding.Id}  ", DiagnosticText.Style(finding.Severity)), place + Printable.Of(WithoutName(finding.Message, method)) + saving, options);
    }

    // A build log needs the name in every message; here it stands in the heading.
    private static string WithoutName(string message, string method) =>
        message.StartsWith(method + ": ", StringComparison.Ordinal) ? message.Substring(method.Length + 2) : message;
}
