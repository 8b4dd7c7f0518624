using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>One for a document: the inside of a struct is written once and copied from then on.</summary>
internal sealed class StateMachineWriter
{
    // By the list itself, which Analysis makes once for each type: thousands of state machines hold the same builders and awaiters, and
    // their fields are half of a report. Null for one met once: the lists of a report that was read are all different.
    private readonly Dictionary<object, byte[]?> _insides = new();

    public void Write(JsonTextWriter json, StateMachine machine)
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

    private void WriteField(JsonTextWriter json, StateMachineField field)
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
        json.Name("fields");
        WriteInside(json, field.Fields);
    }

    private void WriteInside(JsonTextWriter json, IReadOnlyList<StateMachineField> fields)
    {
        if (_insides.TryGetValue(fields, out var written))
        {
            json.Part(written ?? (_insides[fields] = json.Part(fields, WriteFields)));
            return;
        }

        if (fields.Count > 0)
            _insides.Add(fields, null);
        WriteFields(json, fields);
    }

    private void WriteFields(JsonTextWriter json, IReadOnlyList<StateMachineField> fields)
    {
        json.StartArray();
        foreach (var field in fields)
        {
            json.StartObject();
            WriteField(json, field);
            json.EndObject();
        }

        json.EndArray();
    }
}
