using System.Text;
using AsyncWeave.Model;
using AsyncWeave.Report.Html.Data;
using AsyncWeave.Report.Html.Static;

namespace AsyncWeave.Report.Html;

/// <summary>Writes the HTML report: one file that needs nothing else and asks the network for nothing.</summary>
public static class HtmlReport
{
    /// <summary>One assembly. The stream stays open.</summary>
    public static void Write(Stream output, AssemblyReport report, HtmlReportOptions? options = null) =>
        Write(output, new ReportSet(report.SchemaVersion, report.Tool, [report], []), options);

    /// <summary>Several assemblies or target frameworks in one page. The stream stays open.</summary>
    public static void Write(Stream output, ReportSet reports, HtmlReportOptions? options = null)
    {
        var page = new Page(
            TitleOf(reports),
            Overview.Of(reports),
            PlainReport.Of(reports),
            EmbeddedData.Of(PackedDocument.Of(reports, options ?? HtmlReportOptions.Default)));

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        page.WriteTo(writer);
    }

    private static string TitleOf(ReportSet reports) => reports.Reports.Count == 1
        ? reports.Reports[0].Assembly.Name + " (" + Frameworks.Of(reports.Reports[0]) + ")"
        : Figures.Plural(reports.Reports.Count, "assembly", "assemblies");
}
