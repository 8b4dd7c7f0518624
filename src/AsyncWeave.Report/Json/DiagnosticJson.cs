using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class DiagnosticJson
{
    /// <summary>Under its method.</summary>
    public static void Write(JsonTextWriter json, Diagnostic diagnostic)
    {
        json.Member("id", diagnostic.Id);
        WriteRest(json, diagnostic);
    }

    public static void WriteWithMethod(JsonTextWriter json, Diagnostic diagnostic)
    {
        json.Member("id", diagnostic.Id);
        json.Member("method", diagnostic.Method);
        WriteRest(json, diagnostic);
    }

    /// <param name="method">The method that the finding is listed under; null reads it from the finding.</param>
    public static Diagnostic Read(JsonNode node, string? method) =>
        new(
            node.Text("id"),
            method ?? node.TextOrNull("method"),
            node.Word<Severity>("severity"),
            node.Text("message"),
            node.TextOrNull("file"),
            node.IntOrNull("line"),
            node.IntOrNull("column"),
            node.IntOrNull("savesBytes") ?? 0,
            node.Flag("suppressed", whenMissing: false))
        {
            EndLine = node.IntOrNull("endLine"),
            Ordinal = node.IntOrNull("ordinal") ?? 0,
            RaisedAs = node["raisedAs"].IsNull ? null : node.Word<Severity>("raisedAs"),
            Justification = node.TextOrNull("justification"),
        };

    private static void WriteRest(JsonTextWriter json, Diagnostic diagnostic)
    {
        json.Member("severity", EnumNames<Severity>.Of(diagnostic.Severity));
        json.Member("message", diagnostic.Message);
        json.Member("file", diagnostic.File);
        json.Member("line", diagnostic.Line);
        json.Member("column", diagnostic.Column);
        json.Member("savesBytes", diagnostic.SavesBytes);
        json.Member("suppressed", diagnostic.Suppressed);
        json.Member("endLine", diagnostic.EndLine);
        json.Member("ordinal", diagnostic.Ordinal);
        if (diagnostic.RaisedAs is { } raisedAs)
            json.Member("raisedAs", EnumNames<Severity>.Of(raisedAs));
        if (diagnostic.Justification is { } justification)
            json.Member("justification", justification);
    }
}
