using AsyncWeave.Model;
using AsyncWeave.Report.Json;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Scanning;

/// <summary>Many reports as one set; only their totals stay in memory unless a document needs more.</summary>
internal sealed class MergedReports(IReadOnlyList<string> files, bool keep)
{
    private readonly ReportMerge _merge = new();
    private readonly List<AssemblyReport> _kept = [];
    private readonly List<AssemblyTotals> _totals = [];

    public IReadOnlyList<AssemblyTotals> Totals => _totals;

    public ReportSet Set => new(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current, _kept, _merge.Unreadable) { WithoutAsync = _merge.WithoutAsync };

    public void WriteJson(Stream output)
    {
        var writer = new ReportSetWriter(output, ToolInfo.Current);
        Read(writer.Add);
        writer.Finish(_merge.Unreadable, _merge.WithoutAsync);
    }

    public void Read(Action<AssemblyReport> handOn)
    {
        foreach (var file in files)
            _merge.ReadEach(file, report => Take(report, handOn));
    }

    private void Take(AssemblyReport report, Action<AssemblyReport> handOn)
    {
        handOn(report);
        _totals.Add(AssemblyTotals.Of(report));
        if (keep)
            _kept.Add(report);
    }
}
