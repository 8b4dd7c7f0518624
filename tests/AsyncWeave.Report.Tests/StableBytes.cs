using System.Globalization;
using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;
using AsyncWeave.Report.Diff;
using AsyncWeave.Report.GitLab;
using AsyncWeave.Report.Json;
using AsyncWeave.Report.Markdown;
using AsyncWeave.Report.Sarif;

namespace AsyncWeave.Report.Tests;

/// <summary>Reports are the same bytes on every machine, whatever its numbers look like.</summary>
public sealed class StableBytes
{
    private static readonly Dictionary<string, Action<Stream>> Writers = new()
    {
        ["json"] = s => ReportJson.Write(s, Samples.Full()),
        ["sarif"] = s => SarifReport.Write(s, Hostile.Report()),
        ["gitlab"] = s => GitLabReport.Write(s, Hostile.Report()),
        ["markdown"] = s => MarkdownReport.Write(s, Hostile.Report()),
        ["baseline"] = s => Baseline.Write(s, [Samples.Full()]),
        ["diff as markdown"] = s => MarkdownDiff.Write(s, Shrunk),
        ["diff as json"] = s => DiffJson.Write(s, Shrunk),
    };

    private static ReportDiff Shrunk => ReportDiff.Between(
        new ReportSet("1.0", ToolInfo.Current, [Samples.Report(Samples.Method(size: 1234))], []),
        new ReportSet("1.0", ToolInfo.Current, [Samples.Report(Samples.Method(size: 56))], []));

    private static IEnumerable<string> Names => Writers.Keys;

    [TestCaseSource(nameof(Names))]
    public void AnotherCultureChangesNoByte(string writer)
    {
        var usual = Write(writer);
        var before = CultureInfo.CurrentCulture;
        var awkward = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        awkward.NumberFormat.NegativeSign = "minus";
        awkward.NumberFormat.PositiveSign = "plus";
        awkward.NumberFormat.NumberGroupSeparator = "'";
        try
        {
            CultureInfo.CurrentCulture = awkward;
            Assert.That(Write(writer), Is.EqualTo(usual));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static byte[] Write(string writer)
    {
        using var stream = new MemoryStream();
        Writers[writer](stream);
        return stream.ToArray();
    }
}
