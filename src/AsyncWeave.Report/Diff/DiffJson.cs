using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Diff;

/// <summary>The diff as JSON.</summary>
public static class DiffJson
{
    public static void Write(Stream output, ReportDiff diff)
    {
        var json = new JsonTextWriter(output);
        json.StartObject(lines: true);
        json.Member("schemaVersion", AssemblyReport.CurrentSchemaVersion);
        json.Name("tool");
        json.StartObject();
        json.Member("name", ToolInfo.Current.Name);
        json.Member("version", ToolInfo.Current.Version);
        json.EndObject();
        json.Member("hasBase", diff.HasBase);
        json.Name("assemblies");
        json.StartArray(lines: true);
        foreach (var assembly in diff.Assemblies)
            WriteAssembly(json, assembly);
        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    private static void WriteAssembly(JsonTextWriter json, AssemblyDiff assembly)
    {
        json.StartObject(lines: true);
        json.Member("name", assembly.Name);
        json.Member("targetFramework", assembly.Framework);
        json.Member("hasBase", assembly.HasBase);
        json.Member("isGone", assembly.New is null);
        json.Member("bytes", assembly.Bytes);
        json.Member("unchanged", assembly.Unchanged);
        json.Name("warnings");
        json.StartArray();
        foreach (var warning in assembly.Warnings)
            json.String(warning);
        json.EndArray();
        json.Name("changes");
        json.StartArray(lines: true);
        foreach (var change in assembly.Changes)
            WriteChange(json, change);
        json.EndArray();
        json.EndObject();
    }

    private static void WriteChange(JsonTextWriter json, MethodChange change)
    {
        json.StartObject();
        json.Member("change", EnumNames<ChangeKind>.Of(change.Kind));
        json.Member("id", (change.New ?? change.Old)!.Id);
        if (change is { Kind: ChangeKind.Renamed, Old: { } old })
            json.Member("oldId", old.Id);
        json.Member("displayName", change.DisplayName);
        json.Member("sizeDelta", change.SizeDelta);
        json.Member("suspensionDelta", change.SuspensionDelta);
        json.Member("awaitDelta", change.AwaitDelta);
        WriteFigures(json, "old", change.Before);
        WriteFigures(json, "new", change.After);
        json.Name("fields");
        json.StartArray();
        foreach (var field in change.Fields)
        {
            json.StartObject();
            json.Member("name", field.Label);
            json.Member("old", field.Old);
            json.Member("new", field.New);
            json.EndObject();
        }

        json.EndArray();
        json.Name("awaits");
        json.StartArray();
        foreach (var point in change.Awaits)
        {
            json.StartObject();
            json.Member("operation", point.Operation);
            json.Member("count", point.Count);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    private static void WriteFigures(JsonTextWriter json, string name, MethodFigures? figures)
    {
        json.Name(name);
        if (figures is null)
        {
            json.String(null);
            return;
        }

        json.StartObject();
        json.Member("size", figures.Size);
        json.Member("awaits", figures.Awaits);
        json.Member("hoisted", figures.HoistedFields);
        json.Member("suspension", figures.Suspension);
        json.EndObject();
    }
}
