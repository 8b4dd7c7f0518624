using AsyncWeave.Model;
using AsyncWeave.Report.Diff;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Html.Data;

/// <summary>
/// The report's facts in the form that the viewer reads: the JSON report's content with every text and every struct's
/// inside stated once, since twenty thousand methods spelled out would be a hundred megabytes.
/// </summary>
internal static class PackedDocument
{
    public static byte[] Of(ReportSet set, HtmlReportOptions options) => Of(set.Reports, json =>
    {
        if (options.SourceLines is { } sourceLines)
            SourceExcerpts.Write(json, set, sourceLines);
    });

    /// <summary>The changed methods alone, before and after, and which belong together.</summary>
    public static byte[] Of(ReportDiff diff)
    {
        var sides = new DiffSides(diff);
        return Of(sides.Reports, sides.WriteChanges);
    }

    private static byte[] Of(IReadOnlyList<AssemblyReport> reports, Action<JsonTextWriter> writeMore)
    {
        using var stream = new MemoryStream();
        var json = new JsonTextWriter(stream, blanks: false);
        var strings = new StringTable();
        var structs = new StructTable(strings);
        json.StartObject();
        json.Name("reports");
        WriteReports(json, reports, strings, structs);
        // After the reports: by then the tables are full.
        WriteStructs(json, structs.Structs);
        WriteStrings(json, strings.Texts);
        WriteNames(json);
        WriteTitles(json);
        writeMore(json);
        json.EndObject();
        json.Finish();
        return stream.ToArray();
    }

    private static void WriteReports(JsonTextWriter json, IReadOnlyList<AssemblyReport> reports, StringTable strings, StructTable structs)
    {
        var rows = new RowWriter(json, strings, structs);
        var methods = new MethodRows(rows);
        json.StartArray();
        foreach (var report in reports)
        {
            json.StartObject();
            WriteIdentity(json, report);
            json.Name("diagnostics");
            rows.Rows(report.Diagnostics, methods.WriteDiagnostic);
            json.Name("methods");
            rows.Rows(report.Methods, methods.Write);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteIdentity(JsonTextWriter json, AssemblyReport report)
    {
        json.Member("name", report.Assembly.Name);
        json.Member("framework", Frameworks.Of(report));
        json.Member("runtime", report.Runtime.Framework);
        json.Member("architecture", report.Runtime.Architecture);
        json.Member("pointerSize", report.Runtime.PointerSize);
        json.Member("optimized", report.Assembly.Optimized);
    }

    private static void WriteStructs(JsonTextWriter json, IReadOnlyList<IReadOnlyList<int[]>> structs)
    {
        json.Name("structs");
        json.StartArray();
        foreach (var rows in structs)
        {
            json.StartArray();
            foreach (var row in rows)
                WriteRow(json, row);
            json.EndArray();
        }

        json.EndArray();
    }

    private static void WriteRow(JsonTextWriter json, int[] row)
    {
        json.StartArray();
        foreach (var cell in row)
            json.Number(cell);
        json.EndArray();
    }

    private static void WriteStrings(JsonTextWriter json, IReadOnlyList<string> texts)
    {
        json.Name("strings");
        json.StartArray();
        foreach (var text in texts)
            json.String(text);
        json.EndArray();
    }

    private static void WriteNames(JsonTextWriter json)
    {
        json.Name("names");
        json.StartObject();
        WriteNamesOf<MethodKind>(json, "kind");
        WriteNamesOf<MethodForm>(json, "form");
        WriteNamesOf<FieldRole>(json, "role");
        WriteNamesOf<AwaitSyntax>(json, "syntax");
        WriteNamesOf<AwaitRegion>(json, "region");
        WriteNamesOf<Severity>(json, "severity");
        WriteNamesOf<BudgetStatus>(json, "status");
        WriteNamesOf<ChecklistVerdict>(json, "verdict");
        json.EndObject();
    }

    private static void WriteNamesOf<T>(JsonTextWriter json, string name)
        where T : struct, Enum
    {
        json.Name(name);
        json.StartArray();
        foreach (var value in (T[])Enum.GetValues(typeof(T)))
            json.String(EnumNames<T>.Of(value));
        json.EndArray();
    }

    private static void WriteTitles(JsonTextWriter json)
    {
        json.Name("titles");
        json.StartObject();
        foreach (var descriptor in DiagnosticTable.All)
            json.Member(descriptor.Id, descriptor.Title);
        json.EndObject();
        json.Member("helpLink", DiagnosticTable.RedundantAsync.HelpLink.Replace(DiagnosticTable.RedundantAsync.Id, "{id}"));
    }
}
