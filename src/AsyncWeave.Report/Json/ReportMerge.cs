using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>
/// Brings many reports together, one assembly at a time: the memory needed is that of the largest one.
/// The same build of an assembly counts once, however many reports it stands in.
/// </summary>
public sealed class ReportMerge
{
    private readonly HashSet<(string Name, string? Framework, RuntimeInfo Runtime, string Mvid)> _seen = [];
    private readonly List<UnreadableFile> _unreadable = [];

    public IReadOnlyList<UnreadableFile> Unreadable => _unreadable;

    /// <summary>Assemblies that the reports counted without listing them.</summary>
    public int WithoutAsync { get; private set; }

    /// <summary>Writes the merged set, in the order of the files.</summary>
    /// <exception cref="InvalidReportException">A file is no report; the message names it.</exception>
    public static void Write(Stream output, IEnumerable<string> paths)
    {
        var merge = new ReportMerge();
        var writer = new ReportSetWriter(output, ToolInfo.Current);
        foreach (var path in paths)
            merge.ReadEach(path, writer.Add);
        writer.Finish(merge.Unreadable, merge.WithoutAsync);
    }

    /// <summary>The merged set in memory, for documents that need all of it.</summary>
    /// <exception cref="InvalidReportException">A file is no report; the message names it.</exception>
    public static ReportSet Load(IEnumerable<string> paths)
    {
        var merge = new ReportMerge();
        var reports = new List<AssemblyReport>();
        foreach (var path in paths)
            merge.ReadEach(path, reports.Add);
        return new ReportSet(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current, reports, merge.Unreadable) { WithoutAsync = merge.WithoutAsync };
    }

    /// <summary>Hands on the assemblies of one file that have not come before.</summary>
    /// <exception cref="InvalidReportException">The file is no report; the message names it.</exception>
    public void ReadEach(string path, Action<AssemblyReport> report)
    {
        try
        {
            using var file = File.OpenRead(path);
            var frame = ReportJson.ReadEach(file, r =>
            {
                if (_seen.Add((r.Assembly.Name, r.Assembly.TargetFramework, r.Runtime, r.Assembly.Mvid)))
                    report(r);
            });
            _unreadable.AddRange(frame.Unreadable);
            WithoutAsync += frame.WithoutAsync;
        }
        catch (Exception e) when (e is InvalidReportException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidReportException($"{path}: {e.Message}", e);
        }
    }
}
