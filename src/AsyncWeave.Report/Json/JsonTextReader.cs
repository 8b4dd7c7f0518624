namespace AsyncWeave.Report.Json;

/// <summary>
/// Reads JSON from a stream of UTF-8, piece by piece where the caller walks and as a tree where it asks for one.
/// Comments and trailing commas pass. A report of any length needs the memory of its largest piece.
/// </summary>
internal sealed class JsonTextReader(Stream input)
{
    // Nothing that is written here nests a tenth as deep; a deeper text would only exhaust the stack.
    private const int MaxDepth = 200;

    private readonly JsonCharacters _characters = new(input);
    private readonly StringPool _pool = new();
    private int _depth;

    /// <summary>Where the next value, name or bracket begins.</summary>
    public JsonPosition Position
    {
        get
        {
            _characters.SkipBlanks();
            return _characters.Position;
        }
    }

    /// <summary>Walks the members of an object; <paramref name="member"/> must read the value.</summary>
    public void ReadObject(Action<string, JsonPosition> member)
    {
        Enter('{');
        while (!TryClose('}'))
        {
            var (name, position) = ReadName();
            member(name, position);
            Separate('}');
        }
    }

    /// <summary>Walks the items of an array; <paramref name="item"/> must read the value.</summary>
    public void ReadArray(Action item)
    {
        Enter('[');
        while (!TryClose(']'))
        {
            item();
            Separate(']');
        }
    }

    /// <summary>Reads one value with everything in it.</summary>
    public JsonNode ReadTree()
    {
        var position = Position;
        switch (_characters.Peek())
        {
            case '{':
                return new JsonNode(JsonKind.Object, position, "", [], ReadMembers());
            case '[':
                return new JsonNode(JsonKind.Array, position, "", ReadItems(), []);
            case '"':
                return new JsonNode(JsonKind.String, position, ReadString(), [], []);
            default:
                return ReadWord(position);
        }
    }

    private List<JsonMember> ReadMembers()
    {
        var members = new List<JsonMember>();
        Enter('{');
        while (!TryClose('}'))
        {
            var (name, position) = ReadName();
            members.Add(new JsonMember(name, position, ReadTree()));
            Separate('}');
        }

        return members;
    }

    private IReadOnlyList<JsonNode> ReadItems()
    {
        List<JsonNode>? items = null;
        Enter('[');
        while (!TryClose(']'))
        {
            (items ??= []).Add(ReadTree());
            Separate(']');
        }

        return (IReadOnlyList<JsonNode>?)items ?? [];
    }

    private (string Name, JsonPosition Position) ReadName()
    {
        var position = Position;
        if (_characters.Peek() != '"')
            throw Unexpected("a name in quotes");
        var name = ReadString();
        Expect(':', "':' after the name");
        return (name, position);
    }

    /// <summary>Nothing but blanks and comments may follow the document.</summary>
    public void ExpectEnd()
    {
        _characters.SkipBlanks();
        if (_characters.Peek() != JsonCharacters.End)
            throw Unexpected("the end of the file");
    }

    private JsonNode ReadWord(JsonPosition position)
    {
        _characters.StartText();
        while (_characters.Peek() is var c && (c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '+' or '-' or '.'))
            _characters.Keep();
        var word = _characters.Text(_pool);
        var kind = word switch
        {
            "null" => JsonKind.Null,
            "true" => JsonKind.True,
            "false" => JsonKind.False,
            _ => JsonKind.Number,
        };
        if (kind == JsonKind.Number && !JsonNumber.IsNumber(word))
            throw word.Length == 0 ? Unexpected("a value") : new JsonSyntaxException($"'{word}' is no value; text stands in quotes", position);
        return new JsonNode(kind, position, word, [], []);
    }

    private string ReadString()
    {
        var start = _characters.Position;
        _characters.Skip();
        _characters.StartText();
        while (true)
        {
            _characters.KeepPlain();
            switch (_characters.Peek())
            {
                case '"':
                    _characters.Skip();
                    return _characters.Text(_pool);
                case '\\':
                    ReadEscape();
                    break;
                default:
                    throw new JsonSyntaxException("the text is not closed on its line", start);
            }
        }
    }

    private void ReadEscape()
    {
        var position = _characters.Position;
        _characters.Skip();
        var c = _characters.Peek();
        _characters.Skip();
        switch (c)
        {
            case '"' or '\\' or '/': _characters.Keep((char)c); return;
            case 'n': _characters.Keep('\n'); return;
            case 'r': _characters.Keep('\r'); return;
            case 't': _characters.Keep('\t'); return;
            case 'b': _characters.Keep('\b'); return;
            case 'f': _characters.Keep('\f'); return;
            case 'u': _characters.KeepUtf16(ReadHex(position)); return;
            default: throw new JsonSyntaxException("'\\' is followed by no escape that JSON knows; a backslash itself is '\\\\'", position);
        }
    }

    private char ReadHex(JsonPosition position)
    {
        var value = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = _characters.Peek() switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => throw new JsonSyntaxException("'\\u' is followed by four hexadecimal digits", position),
            };
            value = value * 16 + digit;
            _characters.Skip();
        }

        return (char)value;
    }

    private void Enter(char bracket)
    {
        Expect(bracket, bracket == '{' ? "an object" : "an array");
        if (++_depth > MaxDepth)
            throw new JsonSyntaxException("nested too deeply", _characters.Position);
    }

    private bool TryClose(char bracket)
    {
        _characters.SkipBlanks();
        if (_characters.Peek() != bracket)
            return false;
        _characters.Skip();
        _depth--;
        return true;
    }

    private void Separate(char closing)
    {
        _characters.SkipBlanks();
        if (_characters.Peek() == ',')
            _characters.Skip();
        else if (_characters.Peek() != closing)
            throw Unexpected($"',' or '{closing}'");
    }

    private void Expect(char c, string what)
    {
        _characters.SkipBlanks();
        if (_characters.Peek() != c)
            throw Unexpected(what);
        _characters.Skip();
    }

    private JsonSyntaxException Unexpected(string expected)
    {
        var found = _characters.Peek() switch
        {
            JsonCharacters.End => "the end of the file",
            > ' ' and < 127 and var c => $"'{(char)c}'",
            _ => "another character",
        };
        return new JsonSyntaxException($"{expected} is expected here, found {found}", _characters.Position);
    }
}
