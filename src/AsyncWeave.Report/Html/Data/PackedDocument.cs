using System.Text.Encodings.Web;
using System.Text.Json;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Data;

/// <summary>
/// The report's facts in the form that the viewer reads: the JSON report's content with every text and every struct's
/// inside stated once, since twenty thousand methods spelled out would be a hundred megabytes.
/// </summary>
internal static class PackedDocument
{
    // The text ends up in base64, so nothing in it can be taken for markup.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(ReportSet set, HtmlReportOptions options)
    {
        var strings = new StringTable();
        var structs = new StructTable(strings);
        var reports = Write(json => WriteReports(json, set.Reports, strings, structs));
        return Write(json =>
        {
            json.WriteStartObject();
            WriteTable(json, "structs", structs.Structs);
            WriteStrings(json, strings.Texts);
            json.WritePropertyName("reports");
            json.WriteRawValue(reports, skipInputValidation: true);
            WriteNames(json);
            WriteTitles(json);
            if (options.SourceLines is { } sourceLines)
                SourceExcerpts.Write(json, set, sourceLines);
            json.WriteEndObject();
        });
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Compact))
            write(json);
        return stream.ToArray();
    }

    private static void WriteReports(Utf8JsonWriter json, IReadOnlyList<AssemblyReport> reports, StringTable strings, StructTable structs)
    {
        var rows = new RowWriter(json, strings, structs);
        var methods = new MethodRows(rows);
        json.WriteStartArray();
        foreach (var report in reports)
        {
            json.WriteStartObject();
            WriteIdentity(json, report);
            json.WritePropertyName("diagnostics");
            rows.Rows(report.Diagnostics, methods.WriteDiagnostic);
            json.WritePropertyName("methods");
            rows.Rows(report.Methods, methods.Write);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIdentity(Utf8JsonWriter json, AssemblyReport report)
    {
        json.WriteString("name", report.Assembly.Name);
        json.WriteString("framework", report.Assembly.TargetFramework ?? report.Runtime.Framework);
        json.WriteString("runtime", report.Runtime.Framework);
        json.WriteString("architecture", report.Runtime.Architecture);
        json.WriteNumber("pointerSize", report.Runtime.PointerSize);
        json.WriteBoolean("optimized", report.Assembly.Optimized);
    }

    private static void WriteTable(Utf8JsonWriter json, string name, IReadOnlyList<string> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
            json.WriteRawValue(row, skipInputValidation: true);
        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray("strings");
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json)
    {
        json.WriteStartObject("names");
        WriteNamesOf<MethodKind>(json, "kind");
        WriteNamesOf<MethodForm>(json, "form");
        WriteNamesOf<FieldRole>(json, "role");
        WriteNamesOf<AwaitSyntax>(json, "syntax");
        WriteNamesOf<AwaitRegion>(json, "region");
        WriteNamesOf<Severity>(json, "severity");
        WriteNamesOf<BudgetStatus>(json, "status");
        WriteNamesOf<ChecklistVerdict>(json, "verdict");
        json.WriteEndObject();
    }

    // In the spelling of the JSON report.
    private static void WriteNamesOf<T>(Utf8JsonWriter json, string name) where T : struct, Enum
    {
        json.WriteStartArray(name);
        foreach (var member in Enum.GetNames(typeof(T)))
            json.WriteStringValue(char.ToLowerInvariant(member[0]) + member[1..]);
        json.WriteEndArray();
    }

    private static void WriteTitles(Utf8JsonWriter json)
    {
        json.WriteStartObject("titles");
        foreach (var descriptor in DiagnosticTable.All)
            json.WriteString(descriptor.Id, descriptor.Title);
        json.WriteEndObject();
        json.WriteString("helpLink", DiagnosticTable.RedundantAsync.HelpLink.Replace(DiagnosticTable.RedundantAsync.Id, "{id}"));
    }
}
