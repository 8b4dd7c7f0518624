namespace AsyncWeave.Report.Text;

/// <summary>Full metadata names as a C# programmer writes them, without namespaces.</summary>
public static class TypeNames
{
    private const int DeepestNesting = 64;

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "bool", ["System.Byte"] = "byte", ["System.SByte"] = "sbyte", ["System.Char"] = "char",
        ["System.Int16"] = "short", ["System.UInt16"] = "ushort", ["System.Int32"] = "int", ["System.UInt32"] = "uint",
        ["System.Int64"] = "long", ["System.UInt64"] = "ulong", ["System.IntPtr"] = "nint", ["System.UIntPtr"] = "nuint",
        ["System.Single"] = "float", ["System.Double"] = "double", ["System.Decimal"] = "decimal",
        ["System.Object"] = "object", ["System.String"] = "string", ["System.Void"] = "void",
    };

    /// <summary><c>System.Collections.Generic.List`1/Enumerator&lt;System.Int32&gt;</c> → <c>List&lt;int&gt;.Enumerator</c>.</summary>
    public static string Short(string fullName)
    {
        var text = Printable.Of(fullName);
        if (text.Length > 4000)
            return text;
        var position = 0;
        var name = ReadType(text, ref position, 0);
        return position == text.Length ? name : text;
    }

    /// <summary><c>System.Threading.Tasks.Task.Delay(System.Int32)</c> → <c>Task.Delay(int)</c>.</summary>
    public static string ShortOperation(string operation)
    {
        var text = Printable.Of(operation);
        var open = text.IndexOf('(');
        if (open < 0 || text[text.Length - 1] != ')')
            return text;
        var parameters = SplitArguments(text.Substring(open + 1, text.Length - open - 2)).Select(Short);
        return LastTwoParts(text.Substring(0, open)) + "(" + string.Join(", ", parameters) + ")";
    }

    private static string ReadType(string text, ref int position, int depth)
    {
        if (depth > DeepestNesting)
            return "";
        var raw = ReadName(text, ref position);
        var arguments = ReadArguments(text, ref position, depth);
        var name = Compose(raw, arguments);
        return name + ReadSuffix(text, ref position);
    }

    // Stops at the '<' that opens type arguments; a '<' at the start of a part belongs to the name: "<>c", "<M>d__3".
    private static string ReadName(string text, ref int position)
    {
        var start = position;
        var atPartStart = true;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '<' && atPartStart)
                SkipAngles(text, ref position);
            else if (c is '<' or '>' or ',' or '[' or '&' or '*')
                break;
            atPartStart = c is '/' or '.' or '+';
        }

        return text.Substring(start, position - start);
    }

    private static void SkipAngles(string text, ref int position)
    {
        var open = 0;
        for (; position < text.Length; position++)
        {
            if (text[position] == '<')
                open++;
            else if (text[position] == '>' && --open == 0)
                return;
        }

        position--;
    }

    private static List<string> ReadArguments(string text, ref int position, int depth)
    {
        var arguments = new List<string>();
        if (position >= text.Length || text[position] != '<')
            return arguments;
        do
        {
            position++;
            while (position < text.Length && text[position] == ' ')
                position++;
            arguments.Add(ReadType(text, ref position, depth + 1));
        }
        while (position < text.Length && text[position] == ',');
        if (position < text.Length && text[position] == '>')
            position++;
        return arguments;
    }

    private static string ReadSuffix(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && text[position] is '[' or ']' or '&' or '*' or '?' || IsRankComma(text, start, position))
            position++;
        return text.Substring(start, position - start);
    }

    private static bool IsRankComma(string text, int start, int position) =>
        position > start && position < text.Length && text[position] == ',' && text[position - 1] is '[' or ',' && text.IndexOf('[', start, position - start) >= 0;

    // A nested type's metadata name carries all type arguments at its end; each part takes as many as its arity says.
    private static string Compose(string raw, List<string> arguments)
    {
        if (Keywords.TryGetValue(raw, out var keyword))
            return keyword;
        if (raw == "System.Nullable`1" && arguments.Count == 1)
            return arguments[0] + "?";
        if (raw.StartsWith("System.ValueTuple`", StringComparison.Ordinal) && arguments.Count > 1)
            return "(" + string.Join(", ", arguments) + ")";
        var taken = 0;
        var parts = raw.Split('/').Select(part => ComposePart(part, arguments, ref taken)).ToList();
        var rest = arguments.Skip(taken).ToList();
        return string.Join(".", parts) + (rest.Count == 0 ? "" : "<" + string.Join(", ", rest) + ">");
    }

    private static string ComposePart(string part, List<string> arguments, ref int taken)
    {
        var name = WithoutNamespace(part);
        var tick = name.LastIndexOf('`');
        if (tick < 0 || !int.TryParse(name.Substring(tick + 1), out var arity) || arity < 0)
            return name;
        var own = arguments.Skip(taken).Take(arity).ToList();
        taken += own.Count;
        return name.Substring(0, tick) + (own.Count == 0 ? "" : "<" + string.Join(", ", own) + ">");
    }

    private static string WithoutNamespace(string part)
    {
        var angle = part.IndexOf('<');
        var dot = angle == 0 ? -1 : part.LastIndexOf('.', (angle < 0 ? part.Length : angle) - 1);
        return part.Substring(dot + 1);
    }

    private static string LastTwoParts(string dotted)
    {
        var parts = SplitAt(dotted, '.');
        var kept = parts.Skip(Math.Max(0, parts.Count - 2)).Select(part => part.Replace('/', '.'));
        return string.Join(".", kept.Select(DropArity));
    }

    private static string DropArity(string part)
    {
        var tick = part.IndexOf('`');
        return tick < 0 ? part : part.Substring(0, tick) + part.Substring(tick + 1).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
    }

    private static List<string> SplitArguments(string list) => list.Length == 0 ? [] : SplitAt(list, ',');

    private static List<string> SplitAt(string text, char separator)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '<' or '[' or '(')
                depth++;
            else if (text[i] is '>' or ']' or ')')
                depth--;
            else if (text[i] == separator && depth == 0)
            {
                parts.Add(text.Substring(start, i - start).Trim());
                start = i + 1;
            }
        }

        parts.Add(text.Substring(start).Trim());
        return parts;
    }
}
