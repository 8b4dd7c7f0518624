using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class StateMachineWriter
{
    public static void Write(JsonTextWriter json, StateMachine machine)
    {
        json.Member("token", machine.Token);
        json.Member("type", machine.Type);
        json.Member("isValueType", machine.IsValueType);
        json.Member("size", machine.Size);
        json.Member("alignment", machine.Alignment);
        json.Member("padding", machine.Padding);
        json.Member("containsReferences", machine.ContainsReferences);
        json.Member("exact", machine.Exact);
        json.Member("inexactBecause", machine.InexactBecause);
        json.Member("assumes", machine.Assumes);
        json.Objects("fields", machine.Fields, WriteField, lines: true);
    }

    public static void WriteIndices(JsonTextWriter json, string name, IReadOnlyList<int> indices)
    {
        json.Name(name);
        json.StartArray();
        foreach (var index in indices)
            json.Number(index);
        json.EndArray();
    }

    private static void WriteField(JsonTextWriter json, StateMachineField field)
    {
        json.Member("name", field.Name);
        json.Member("token", field.Token);
        json.Member("role", EnumNames<FieldRole>.Of(field.Role));
        json.Member("sourceName", field.SourceName);
        json.Member("type", field.Type);
        json.Member("offset", field.Offset);
        json.Member("size", field.Size);
        json.Member("padding", field.Padding);
        WriteIndices(json, "liveAcross", field.LiveAcross);
        json.Member("firstWriteLine", field.FirstWriteLine);
        json.Member("lastReadLine", field.LastReadLine);
        json.Member("savesBytes", field.SavesBytes);
        json.Objects("fields", field.Fields, WriteField);
    }
}
