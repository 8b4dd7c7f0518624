using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Baselines;

/// <summary>Writes a baseline: one line a method, in an order that does not depend on the build, so that merges read well.</summary>
internal static class BaselineWriter
{
    public const string SchemaVersion = "1.0";

    public static void Write(Stream output, BaselineDocument document)
    {
        var json = new JsonTextWriter(output);
        json.StartObject(lines: true);
        json.Member("$schema", "asyncweave.baseline.schema.json");
        json.Member("schemaVersion", SchemaVersion);
        json.Member("tool", ToolInfo.Current.Name + " " + ToolInfo.Current.Version);
        json.Name("assemblies");
        json.StartObject(lines: true);
        foreach (var assembly in document.Assemblies.OrderBy(a => a.Key, StringComparer.Ordinal))
            WriteAssembly(json, assembly.Key, assembly.Value);
        json.EndObject();
        json.EndObject();
        json.Finish();
    }

    private static void WriteAssembly(JsonTextWriter json, string name, AssemblyBaseline assembly)
    {
        json.Name(name);
        json.StartObject(lines: true);
        json.Member("architecture", assembly.Architecture);
        json.Name("frameworks");
        json.StartArray();
        foreach (var framework in assembly.Frameworks)
            json.String(framework);
        json.EndArray();
        json.Name("methods");
        json.StartArray(lines: true);
        foreach (var entry in assembly.Entries)
            WriteEntry(json, entry);
        json.EndArray();
        json.EndObject();
    }

    private static void WriteEntry(JsonTextWriter json, BaselineEntry entry)
    {
        json.StartObject();
        json.Member("id", entry.Key);
        if (entry.Framework is { } framework)
            json.Member("framework", framework);
        json.Member("size", entry.Row.StateMachineSize);
        json.Member("awaits", entry.Row.Awaits);
        json.Member("hoisted", entry.Row.HoistedFields);
        json.Member("suspension", entry.Row.SuspensionBytes);
        json.Member("fields", entry.Fields);
        json.EndObject();
    }
}
