using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>The shapes that a member takes: an object, an object or null, a list of objects.</summary>
public static class JsonShapes
{
    public static void Object<T>(this JsonTextWriter json, string name, T value, Action<JsonTextWriter, T> writeMembers, bool lines = false)
    {
        json.Name(name);
        json.StartObject(lines);
        writeMembers(json, value);
        json.EndObject();
    }

    public static void Optional<T>(this JsonTextWriter json, string name, T? value, Action<JsonTextWriter, T> writeMembers, bool lines = false)
        where T : class
    {
        if (value is null)
            json.Member(name, (string?)null);
        else
            json.Object(name, value, writeMembers, lines);
    }

    /// <param name="lines">One object a line.</param>
    /// <param name="itemLines">And within each object one member a line.</param>
    public static void Objects<T>(this JsonTextWriter json, string name, IReadOnlyList<T> items, Action<JsonTextWriter, T> writeMembers, bool lines = false, bool itemLines = false)
    {
        json.Name(name);
        json.StartArray(lines);
        foreach (var item in items)
        {
            json.StartObject(itemLines);
            writeMembers(json, item);
            json.EndObject();
        }

        json.EndArray();
    }

    /// <summary>What every document of ours begins with.</summary>
    public static void Header(this JsonTextWriter json, string schemaVersion, ToolInfo tool)
    {
        json.Member("schemaVersion", schemaVersion);
        json.Object("tool", tool, static (json, tool) =>
        {
            json.Member("name", tool.Name);
            json.Member("version", tool.Version);
        });
    }
}
