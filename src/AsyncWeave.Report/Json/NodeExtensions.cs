using System.Globalization;

namespace AsyncWeave.Report.Json;

/// <summary>Values of a report as the records want them; a value of another kind is an error with its place.</summary>
internal static class NodeExtensions
{
    public static string Text(this JsonNode node, string name) =>
        node.TextOrNull(name) ?? throw Wrong(node, name, "text");

    public static string? TextOrNull(this JsonNode node, string name) => node[name] switch
    {
        { Kind: JsonKind.String } value => value.Text,
        { Kind: JsonKind.Null } => null,
        _ => throw Wrong(node, name, "text"),
    };

    public static int Int(this JsonNode node, string name) =>
        node.IntOrNull(name) ?? throw Wrong(node, name, "a whole number");

    public static int? IntOrNull(this JsonNode node, string name)
    {
        var value = node[name];
        if (value.IsNull)
            return null;
        return value.Kind == JsonKind.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(node, name, "a whole number");
    }

    /// <summary>The node itself as a whole number.</summary>
    public static int Whole(this JsonNode node, string what) =>
        node.Kind == JsonKind.Number && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonSyntaxException($"{what} must be a whole number", node.Position);

    public static bool Flag(this JsonNode node, string name, bool whenMissing) =>
        node.FlagOrNull(name) ?? whenMissing;

    public static bool? FlagOrNull(this JsonNode node, string name) => node[name].Kind switch
    {
        JsonKind.True => true,
        JsonKind.False => false,
        JsonKind.Null => null,
        _ => throw Wrong(node, name, "true or false"),
    };

    public static T Word<T>(this JsonNode node, string name)
        where T : struct, Enum =>
        EnumNames<T>.TryParse(node.Text(name), out var value) ? value : throw Wrong(node, name, "one of " + string.Join(", ", EnumNames<T>.All));

    public static List<T> List<T>(this JsonNode node, string name, Func<JsonNode, T> read)
    {
        var value = node[name];
        if (value.Kind is not (JsonKind.Array or JsonKind.Null))
            throw Wrong(node, name, "a list");
        var list = new List<T>(value.Items.Count);
        foreach (var item in value.Items)
            list.Add(read(item));
        return list;
    }

    private static JsonSyntaxException Wrong(JsonNode node, string name, string expected)
    {
        var position = node[name].Position;
        return new JsonSyntaxException($"'{name}' must be {expected}", position.Line == 0 ? node.Position : position);
    }
}
