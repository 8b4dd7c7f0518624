using AsyncWeave.Model;
using AsyncWeave.Report.Json;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Sarif;

internal static class SarifResult
{
    public const string SourceRoot = "%SRCROOT%";

    private static readonly Dictionary<string, int> RuleIndex =
        DiagnosticTable.All.Select((rule, index) => (rule.Id, index)).ToDictionary(r => r.Id, r => r.index, StringComparer.Ordinal);

    public static void Write(JsonTextWriter json, IdentifiedFinding finding)
    {
        var diagnostic = finding.Diagnostic;
        json.StartObject();
        json.Member("ruleId", diagnostic.Id);
        if (RuleIndex.TryGetValue(diagnostic.Id, out var index))
            json.Member("ruleIndex", index);
        json.Member("level", SarifRules.LevelOf(diagnostic.Severity));
        json.Name("message");
        json.StartObject();
        json.Member("text", PlainText(diagnostic.Message));
        json.EndObject();
        WriteLocations(json, finding);
        json.Name("partialFingerprints");
        json.StartObject();
        json.Member("primaryLocationLineHash", finding.Fingerprint + ":1");
        json.Member("asyncWeaveFinding/v1", finding.Fingerprint);
        json.EndObject();
        if (diagnostic.Suppressed)
            WriteSuppression(json, diagnostic);
        json.EndObject();
    }

    private static void WriteLocations(JsonTextWriter json, IdentifiedFinding finding)
    {
        var diagnostic = finding.Diagnostic;
        json.Name("locations");
        json.StartArray();
        if (diagnostic.File is not null || diagnostic.Method is not null)
        {
            json.StartObject();
            if (diagnostic.File is { } file)
                WritePlace(json, file, diagnostic);
            if (diagnostic.Method is { } method)
                WriteMember(json, method, finding.Method);
            json.EndObject();
        }

        json.EndArray();
    }

    // One line: a result shows in a pull request only where all its lines are among the changed ones.
    private static void WritePlace(JsonTextWriter json, string file, Diagnostic diagnostic)
    {
        json.Name("physicalLocation");
        json.StartObject();
        json.Name("artifactLocation");
        json.StartObject();
        if (RelativeUri.IsRelative(file))
        {
            json.Member("uri", RelativeUri.Of(file));
            json.Member("uriBaseId", SourceRoot);
        }
        else
        {
            json.Member("uri", "file:///" + RelativeUri.Of(file.TrimStart('/', '\\')));
        }

        json.EndObject();
        json.Name("region");
        json.StartObject();
        json.Member("startLine", Math.Max(1, diagnostic.Line ?? 1));
        if (diagnostic.Column is > 0)
            json.Member("startColumn", diagnostic.Column);
        json.EndObject();
        json.EndObject();
    }

    private static void WriteMember(JsonTextWriter json, string id, MethodReport? method)
    {
        json.Name("logicalLocations");
        json.StartArray();
        json.StartObject();
        if (method is not null)
            json.Member("fullyQualifiedName", method.Name);
        json.Member("decoratedName", id);
        json.Member("kind", "function");
        json.EndObject();
        json.EndArray();
    }

    private static void WriteSuppression(JsonTextWriter json, Diagnostic diagnostic)
    {
        json.Name("suppressions");
        json.StartArray();
        json.StartObject();
        json.Member("kind", diagnostic.Justification is "NoWarn" ? "external" : "inSource");
        if (diagnostic.Justification is { } justification)
            json.Member("justification", justification);
        json.EndObject();
        json.EndArray();
    }

    // "[text](target)" in a message is a link, SARIF 2.1.0 section 3.11.6.
    private static string PlainText(string message) =>
        Printable.Of(message).Replace("\\", "\\\\").Replace("[", "\\[").Replace("]", "\\]");
}
