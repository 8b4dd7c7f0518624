using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>A finding in the form that editors and CI systems know: <c>src/Orders.cs(42,9): error AW1001: …</c></summary>
public static class DiagnosticText
{
    /// <param name="assembly">Named where the finding has no file.</param>
    public static TextLine Write(Diagnostic finding, string assembly) => TextLine.Of(
        new TextSpan(Place(finding, assembly) + ": "),
        new TextSpan($"{finding.Severity.ToString().ToLowerInvariant()} {finding.Id}", Style(finding.Severity)),
        new TextSpan(": " + Printable.Of(finding.Message)));

    private static string Place(Diagnostic finding, string assembly)
    {
        if (finding.File is not { } file)
            return Printable.Of(assembly);
        return Printable.Of(file) + (finding.Line, finding.Column) switch
        {
            ({ } line, { } column) => $"({Figures.Number(line)},{Figures.Number(column)})",
            ({ } line, null) => $"({Figures.Number(line)})",
            _ => "",
        };
    }

    public static TextStyle Style(Severity severity) => severity switch
    {
        Severity.Error => TextStyle.Bad,
        Severity.Warning => TextStyle.Concern,
        _ => TextStyle.Faint,
    };
}
