using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class AssemblyReportWriter
{
    public static void Write(JsonTextWriter json, AssemblyReport report)
    {
        json.StartObject(lines: true);
        json.Header(report.SchemaVersion, report.Tool);
        json.Object("assembly", report.Assembly, WriteAssembly);
        json.Object("runtime", report.Runtime, WriteRuntime);
        json.Object("summary", report.Summary, WriteSummary);
        json.Objects("methods", report.Methods, new MethodWriter().Write, lines: true, itemLines: true);
        json.Objects("diagnostics", report.Diagnostics, DiagnosticJson.WriteWithMethod, lines: true);
        DeclarationsJson.Write(json, report.Declarations);
        if (report.Configuration is { } configuration)
            json.Objects("configuration", configuration, WriteSetting, lines: true);
        json.EndObject();
    }

    private static void WriteAssembly(JsonTextWriter json, AssemblyIdentity assembly)
    {
        json.Member("name", assembly.Name);
        json.Member("mvid", assembly.Mvid);
        json.Member("targetFramework", assembly.TargetFramework);
        json.Member("optimized", assembly.Optimized);
        json.Member("symbols", assembly.Symbols);
    }

    private static void WriteRuntime(JsonTextWriter json, RuntimeInfo runtime)
    {
        json.Member("framework", runtime.Framework);
        json.Member("architecture", runtime.Architecture);
        json.Member("pointerSize", runtime.PointerSize);
        json.Member("layoutSource", runtime.LayoutSource);
    }

    private static void WriteSummary(JsonTextWriter json, Summary summary)
    {
        json.Member("methods", summary.Methods);
        json.Member("stateMachines", summary.StateMachines);
        json.Member("runtimeAsyncMethods", summary.RuntimeAsyncMethods);
        json.Member("awaits", summary.Awaits);
        json.Member("totalStateMachineBytes", summary.TotalStateMachineBytes);
        json.Member("largestStateMachineBytes", summary.LargestStateMachineBytes);
        json.Member("inexact", summary.Inexact);
        json.Object("diagnostics", summary.Diagnostics, static (json, counts) =>
        {
            foreach (var count in counts)
                json.Member(count.Key, count.Value);
        });
        json.Member("overBudget", summary.OverBudget);
    }

    private static void WriteSetting(JsonTextWriter json, EffectiveSetting setting)
    {
        json.Member("name", setting.Name);
        json.Member("value", setting.Value);
        json.Member("from", setting.From);
    }
}
