using System.Text;
using AsyncWeave.Model;
using AsyncWeave.Report.Diff;
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
            Views(reports),
            Overview.Of(reports),
            PlainReport.Of(reports),
            EmbeddedData.Of(PackedDocument.Of(reports, options ?? HtmlReportOptions.Default)));
        Write(output, page);
    }

    /// <summary>What changed between two reports: before and after drawn side by side. The stream stays open.</summary>
    public static void Write(Stream output, ReportDiff diff)
    {
        var page = new Page(
            DiffOverview.TitleOf(diff),
            Markup.Of($"""<a href="#/" data-view="overview">Changes</a>"""),
            DiffOverview.Of(diff),
            Markup.Nothing,
            EmbeddedData.Of(PackedDocument.Of(diff)));
        Write(output, page);
    }

    private static void Write(Stream output, Page page)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        page.WriteTo(writer);
    }

    private static Markup Views(ReportSet reports) => Markup.Of($"""
        <a href="#/" data-view="overview">Overview</a>
        <a href="#/map" data-view="map">Map</a>
        <a href="#/methods" data-view="methods">Methods</a>
        <a href="#/findings" data-view="findings">Findings</a>
        {(IsComparable(reports) ? Markup.Of($"""<a href="#/compare" data-view="compare">Compare</a>""") : Markup.Nothing)}
        """);

    private static bool IsComparable(ReportSet reports) =>
        reports.Reports.GroupBy(r => r.Assembly.Name, StringComparer.Ordinal).Any(g => g.Count() > 1);

    private static string TitleOf(ReportSet reports) => reports.Reports.Count == 1
        ? reports.Reports[0].Assembly.Name + " (" + Frameworks.Of(reports.Reports[0]) + ")"
        : Figures.Plural(reports.Reports.Count, "assembly", "assemblies");
}
