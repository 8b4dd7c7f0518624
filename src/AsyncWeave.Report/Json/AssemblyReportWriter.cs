using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class AssemblyReportWriter
{
    public static void Write(JsonTextWriter json, AssemblyReport report, bool withTool)
    {
        json.StartObject(lines: true);
        json.Member("schemaVersion", report.SchemaVersion);
        if (withTool)
            WriteTool(json, report.Tool);
        WriteAssembly(json, report.Assembly);
        WriteRuntime(json, report.Runtime);
        WriteSummary(json, report.Summary);

        json.Name("methods");
        json.StartArray(lines: true);
        foreach (var method in report.Methods)
            MethodWriter.Write(json, method);
        json.EndArray();

        json.Name("diagnostics");
        json.StartArray(lines: true);
        foreach (var diagnostic in report.Diagnostics)
            DiagnosticJson.Write(json, diagnostic, withMethod: true);
        json.EndArray();

        DeclarationsJson.Write(json, report.Declarations);
        WriteConfiguration(json, report.Configuration);
        json.EndObject();
    }

    public static void WriteTool(JsonTextWriter json, ToolInfo tool)
    {
        json.Name("tool");
        json.StartObject();
        json.Member("name", tool.Name);
        json.Member("version", tool.Version);
        json.EndObject();
    }

    private static void WriteAssembly(JsonTextWriter json, AssemblyIdentity assembly)
    {
        json.Name("assembly");
        json.StartObject();
        json.Member("name", assembly.Name);
        json.Member("mvid", assembly.Mvid);
        json.Member("targetFramework", assembly.TargetFramework);
        json.Member("optimized", assembly.Optimized);
        json.Member("symbols", assembly.Symbols);
        json.EndObject();
    }

    private static void WriteRuntime(JsonTextWriter json, RuntimeInfo runtime)
    {
        json.Name("runtime");
        json.StartObject();
        json.Member("framework", runtime.Framework);
        json.Member("architecture", runtime.Architecture);
        json.Member("pointerSize", runtime.PointerSize);
        json.Member("layoutSource", runtime.LayoutSource);
        json.EndObject();
    }

    private static void WriteSummary(JsonTextWriter json, Summary summary)
    {
        json.Name("summary");
        json.StartObject();
        json.Member("methods", summary.Methods);
        json.Member("stateMachines", summary.StateMachines);
        json.Member("runtimeAsyncMethods", summary.RuntimeAsyncMethods);
        json.Member("awaits", summary.Awaits);
        json.Member("totalStateMachineBytes", summary.TotalStateMachineBytes);
        json.Member("largestStateMachineBytes", summary.LargestStateMachineBytes);
        json.Member("inexact", summary.Inexact);
        json.Name("diagnostics");
        json.StartObject();
        foreach (var count in summary.Diagnostics)
            json.Member(count.Key, count.Value);
        json.EndObject();
        json.Member("overBudget", summary.OverBudget);
        json.EndObject();
    }

    private static void WriteConfiguration(JsonTextWriter json, IReadOnlyList<EffectiveSetting>? settings)
    {
        if (settings is null)
            return;
        json.Name("configuration");
        json.StartArray(lines: true);
        foreach (var setting in settings)
        {
            json.StartObject();
            json.Member("name", setting.Name);
            json.Member("value", setting.Value);
            json.Member("from", setting.From);
            json.EndObject();
        }

        json.EndArray();
    }
}
