using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Json;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Scanning;

/// <summary>Many reports as one set; only their totals stay in memory unless a document needs more.</summary>
internal sealed class ReportMerge(IReadOnlyList<string> files, bool keepReports)
{
    private readonly List<AssemblyReport> _kept = [];
    private readonly List<AssemblyTotals> _totals = [];
    private readonly List<UnreadableFile> _unreadable = [];
    private readonly HashSet<(AssemblyIdentity, RuntimeInfo)> _seen = [];
    private int _withoutAsync;

    public IReadOnlyList<AssemblyTotals> Totals => _totals;

    public ReportSet Set => new(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current, _kept, _unreadable) { WithoutAsync = _withoutAsync };

    public void WriteJson(Stream output, ProcessContext process)
    {
        var writer = new ReportSetWriter(output, ToolInfo.Current);
        Read(process, writer.Add);
        writer.Finish(_unreadable, _withoutAsync);
    }

    /// <param name="handOn">Called for each assembly; the same one is not taken twice, whichever documents it stands in.</param>
    public void Read(ProcessContext process, Action<AssemblyReport> handOn)
    {
        foreach (var file in files)
        {
            var document = ReportFiles.ReadEach(file, process, report => Take(report, handOn));
            _unreadable.AddRange(document.Unreadable);
            _withoutAsync += document.WithoutAsync;
        }
    }

    private void Take(AssemblyReport report, Action<AssemblyReport> handOn)
    {
        if (!_seen.Add((report.Assembly, report.Runtime)))
            return;
        handOn(report);
        _totals.Add(AssemblyTotals.Of(report));
        if (keepReports)
            _kept.Add(report);
    }
}
