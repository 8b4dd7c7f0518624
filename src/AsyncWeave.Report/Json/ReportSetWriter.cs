using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>Writes a set assembly by assembly, so that a merge of many reports never holds them all.</summary>
public sealed class ReportSetWriter
{
    private readonly JsonTextWriter _json;

    public ReportSetWriter(Stream output, ToolInfo tool)
    {
        _json = new JsonTextWriter(output);
        _json.StartObject(lines: true);
        _json.Header(AssemblyReport.CurrentSchemaVersion, tool);
        _json.Name("reports");
        _json.StartArray(lines: true);
    }

    public void Add(AssemblyReport report) => AssemblyReportWriter.Write(_json, report);

    /// <param name="withoutAsync">Assemblies read that have nothing to list.</param>
    public void Finish(IReadOnlyList<UnreadableFile> unreadable, int withoutAsync)
    {
        _json.EndArray();
        _json.Objects("unreadable", unreadable, lines: true, writeMembers: static (json, file) =>
        {
            json.Member("file", file.File);
            json.Member("message", file.Message);
        });
        _json.Member("withoutAsync", withoutAsync);
        _json.EndObject();
        _json.Finish();
    }
}
