namespace AsyncWeave.Report.Json;

internal enum JsonKind
{
    Null,
    True,
    False,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A value of a JSON text and where it stands.</summary>
/// <param name="Text">Of a string its content, of a number its spelling; empty for the others.</param>
/// <param name="Items">Of an array.</param>
/// <param name="Members">Of an object, in the order of the text.</param>
internal sealed record JsonNode(JsonKind Kind, JsonPosition Position, string Text, IReadOnlyList<JsonNode> Items, IReadOnlyList<JsonMember> Members)
{
    public static JsonNode Missing { get; } = new(JsonKind.Null, default, "", [], []);

    public bool IsNull => Kind == JsonKind.Null;

    // Members are mostly asked for in the order in which they were written.
    private int _expected;

    /// <summary>The member of that name, or <see cref="Missing"/>.</summary>
    public JsonNode this[string name]
    {
        get
        {
            for (var i = 0; i < Members.Count; i++)
            {
                var at = (_expected + i) % Members.Count;
                if (Members[at].Name != name)
                    continue;
                _expected = at + 1;
                return Members[at].Value;
            }

            return Missing;
        }
    }
}

internal sealed record JsonMember(string Name, JsonPosition Position, JsonNode Value);

/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in bytes of the UTF-8 text, which are characters for ASCII.</param>
internal readonly record struct JsonPosition(int Line, int Column);
