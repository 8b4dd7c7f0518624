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
        json.Header(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current);
        json.Member("hasBase", diff.HasBase);
        json.Objects("assemblies", diff.Assemblies, WriteAssembly, lines: true, itemLines: true);
        json.EndObject();
        json.Finish();
    }

    private static void WriteAssembly(JsonTextWriter json, AssemblyDiff assembly)
    {
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
        json.Objects("changes", assembly.Changes, WriteChange, lines: true);
    }

    private static void WriteChange(JsonTextWriter json, MethodChange change)
    {
        json.Member("change", EnumNames<ChangeKind>.Of(change.Kind));
        json.Member("id", (change.New ?? change.Old)!.Id);
        if (change is { Kind: ChangeKind.Renamed, Old: { } old })
            json.Member("oldId", old.Id);
        json.Member("displayName", change.DisplayName);
        json.Member("sizeDelta", change.SizeDelta);
        json.Member("suspensionDelta", change.SuspensionDelta);
        json.Member("awaitDelta", change.AwaitDelta);
        json.Optional("old", change.Before, WriteFigures);
        json.Optional("new", change.After, WriteFigures);
        json.Objects("fields", change.Fields, static (json, field) =>
        {
            json.Member("name", field.Label);
            json.Member("old", field.Old);
            json.Member("new", field.New);
        });
        json.Objects("awaits", change.Awaits, static (json, point) =>
        {
            json.Member("operation", point.Operation);
            json.Member("count", point.Count);
        });
    }

    private static void WriteFigures(JsonTextWriter json, MethodFigures figures)
    {
        json.Member("size", figures.Size);
        json.Member("awaits", figures.Awaits);
        json.Member("hoisted", figures.HoistedFields);
        json.Member("suspension", figures.Suspension);
    }
}
