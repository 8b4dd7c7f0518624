using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Sarif;

/// <summary>The tool and its rules: all of them, so that a rule's index is the same in every file.</summary>
internal static class SarifRules
{
    public static void Write(JsonTextWriter json, ToolInfo tool)
    {
        json.Name("tool");
        json.StartObject(lines: true);
        json.Name("driver");
        json.StartObject(lines: true);
        json.Member("name", tool.Name);
        json.Member("semanticVersion", tool.Version);
        json.Member("informationUri", "https://github.com/asyncweave/asyncweave");
        json.Name("rules");
        json.StartArray(lines: true);
        foreach (var rule in DiagnosticTable.All)
            WriteRule(json, rule);
        json.EndArray();
        json.EndObject();
        json.EndObject();
    }

    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.None => "none",
        _ => "note",
    };

    private static void WriteRule(JsonTextWriter json, DiagnosticDescriptor rule)
    {
        var title = char.ToUpperInvariant(rule.Title[0]) + rule.Title.Substring(1) + ".";
        var (kind, tag) = KindOf(rule);
        json.StartObject();
        json.Member("id", rule.Id);
        WriteText(json, "shortDescription", title);
        WriteText(json, "fullDescription", title + " " + kind);
        json.Name("help");
        json.StartObject();
        json.Member("text", $"{title} What it means, what it costs and what to change: {rule.HelpLink}");
        json.Member("markdown", $"{title} [What it means, what it costs and what to change]({rule.HelpLink})");
        json.EndObject();
        json.Member("helpUri", rule.HelpLink);
        json.Name("defaultConfiguration");
        json.StartObject();
        json.Member("level", LevelOf(rule.DefaultSeverity));
        json.EndObject();
        json.Name("properties");
        json.StartObject();
        json.Member("precision", rule.Id.StartsWith("AW2", StringComparison.Ordinal) ? "high" : "very-high");
        json.Member("problem.severity", rule.DefaultSeverity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "recommendation" });
        json.Name("tags");
        json.StartArray();
        json.String("async");
        json.String(tag);
        json.EndArray();
        json.EndObject();
        json.EndObject();
    }

    private static (string Kind, string Tag) KindOf(DiagnosticDescriptor rule) => rule.Id[2] switch
    {
        '0' => ("It concerns the analysis itself.", "analysis"),
        '1' => ("A budget of the team is exceeded.", "budget"),
        _ => ("It is a habit of async code that costs time, memory or correctness.", "performance"),
    };

    private static void WriteText(JsonTextWriter json, string name, string text)
    {
        json.Name(name);
        json.StartObject();
        json.Member("text", text);
        json.EndObject();
    }
}
