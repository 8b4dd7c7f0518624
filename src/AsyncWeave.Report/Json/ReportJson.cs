using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>The JSON report: what is written reads back into the same records, and the same records give the same bytes.</summary>
public static class ReportJson
{
    public static void Write(Stream output, AssemblyReport report)
    {
        var json = new JsonTextWriter(output);
        AssemblyReportWriter.Write(json, report);
        json.Finish();
    }

    public static void Write(Stream output, ReportSet set)
    {
        var writer = new ReportSetWriter(output, set.Tool);
        foreach (var report in set.Reports)
            writer.Add(report);
        writer.Finish(set.Unreadable, set.WithoutAsync);
    }

    /// <summary>Reads the report of one assembly.</summary>
    /// <exception cref="InvalidReportException">The text is no such report.</exception>
    public static AssemblyReport Read(Stream input)
    {
        var set = ReadSet(input);
        return set.Reports.Count == 1
            ? set.Reports[0]
            : throw new InvalidReportException($"a report of one assembly is expected, this one has {set.Reports.Count}");
    }

    /// <summary>Reads a report of several assemblies; that of one assembly is read as a set of one.</summary>
    /// <exception cref="InvalidReportException">The text is no report.</exception>
    public static ReportSet ReadSet(Stream input)
    {
        var reports = new List<AssemblyReport>();
        var frame = ReadEach(input, reports.Add);
        return frame with { Reports = reports };
    }

    /// <summary>Hands on the assemblies of a report one by one, so that a large set needs the memory of its largest assembly.</summary>
    /// <returns>What the set says beside its assemblies.</returns>
    /// <exception cref="InvalidReportException">The text is no report.</exception>
    public static ReportSet ReadEach(Stream input, Action<AssemblyReport> report)
    {
        try
        {
            return new ReportDocumentReader(new JsonTextReader(input), report).Read();
        }
        catch (JsonSyntaxException e)
        {
            throw new InvalidReportException($"line {e.Position.Line}, column {e.Position.Column}: {e.Message}", e);
        }
    }
}
