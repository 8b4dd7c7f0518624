using System.Globalization;
using System.Runtime.CompilerServices;

namespace AsyncWeave.Report.Json;

/// <summary>
/// Writes JSON as UTF-8 without mark and with LF, one element a line where the caller asks for lines and on one line elsewhere.
/// The framework's writer breaks lines as the machine does and escapes by the Unicode tables of the runtime: neither is stable.
/// </summary>
/// <param name="blanks">False leaves out the blanks that only readers of the text need.</param>
public sealed class JsonTextWriter(Stream output, bool blanks = true)
{
    private const int MostDigits = 10;

    // ASCII that stands for itself in a text.
    private static readonly bool[] Plain = PlainCharacters();

    private readonly byte[] _buffer = new byte[16 * 1024];
    private Level[] _levels = new Level[16];
    private int _depth;
    private int _used;
    private int _indent;
    private bool _afterName;

    public void StartObject(bool lines = false) => Open('{', lines);

    public void EndObject() => Close('}');

    public void StartArray(bool lines = false) => Open('[', lines);

    public void EndArray() => Close(']');

    public void Name(string name)
    {
        BeforeValue();
        Quote(name);
        Ascii(blanks ? ": " : ":");
        _afterName = true;
    }

    public void String(string? value)
    {
        BeforeValue();
        if (value is null)
            Ascii("null");
        else
            Quote(value);
    }

    public void Number(long? value)
    {
        BeforeValue();
        if (value is >= 0 and <= int.MaxValue)
            Digits((uint)value);
        else
            Ascii(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
    }

    public void Boolean(bool? value)
    {
        BeforeValue();
        Ascii(value switch { true => "true", false => "false", null => "null" });
    }

    public void Member(string name, string? value)
    {
        Name(name);
        String(value);
    }

    public void Member(string name, long? value)
    {
        Name(name);
        Number(value);
    }

    public void Member(string name, bool? value)
    {
        Name(name);
        Boolean(value);
    }

    /// <summary>A value that <see cref="Part"/> has written.</summary>
    public void Part(byte[] value)
    {
        BeforeValue();
        if (value.Length > _buffer.Length - _used)
            Flush();
        if (value.Length > _buffer.Length)
        {
            output.Write(value, 0, value.Length);
            return;
        }

        value.CopyTo(_buffer, _used);
        _used += value.Length;
    }

    /// <summary>A value on one line, to stand in a document as often as it occurs there.</summary>
    public byte[] Part<T>(T value, Action<JsonTextWriter, T> write)
    {
        var bytes = new MemoryStream();
        var json = new JsonTextWriter(bytes, blanks);
        write(json, value);
        json.Flush();
        return bytes.ToArray();
    }

    /// <summary>Ends the document with a line feed and hands everything to the stream, which stays open.</summary>
    public void Finish()
    {
        Byte((byte)'\n');
        Flush();
        output.Flush();
    }

    private void Open(char bracket, bool lines)
    {
        BeforeValue();
        Byte((byte)bracket);
        if (_depth == _levels.Length)
            Array.Resize(ref _levels, 2 * _depth);
        _levels[_depth++] = new Level(lines, bracket == '{');
        if (lines)
            _indent += 2;
    }

    private void Close(char bracket)
    {
        var level = _levels[--_depth];
        if (level.Lines)
            _indent -= 2;
        if (level is { Lines: true, Count: > 0 })
            NewLine();
        else if (blanks && bracket == '}' && level.Count > 0)
            Byte((byte)' ');
        Byte((byte)bracket);
    }

    private void BeforeValue()
    {
        if (_afterName || _depth == 0)
        {
            _afterName = false;
            return;
        }

        ref var level = ref _levels[_depth - 1];
        if (level.Count++ > 0)
            Byte((byte)',');
        if (level.Lines)
            NewLine();
        else if (blanks && (level.Count > 1 || level.IsObject))
            Byte((byte)' ');
    }

    private void NewLine()
    {
        Byte((byte)'\n');
        for (var i = 0; i < _indent; i++)
            Byte((byte)' ');
    }

    private void Quote(string text)
    {
        Byte((byte)'"');
        for (var i = CopyPlain(text, 0); i < text.Length; i = CopyPlain(text, i + 1))
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                Utf8(char.ConvertToUtf32(c, text[++i]));
            else
                Special(c);
        }

        Byte((byte)'"');
    }

    /// <summary>Copies what stands for itself.</summary>
    /// <returns>Where the first character stands that does not.</returns>
    [MethodImpl(HotPath.Optimize)]
    private int CopyPlain(string text, int from)
    {
        var plain = Plain;
        while (from < text.Length)
        {
            if (_used == _buffer.Length)
                Flush();
            var buffer = _buffer;
            var used = _used;
            var end = Math.Min(text.Length, from + buffer.Length - used);
            while (from < end && text[from] is var c && c < plain.Length && plain[c])
            {
                buffer[used++] = (byte)c;
                from++;
            }

            _used = used;
            if (from < end)
                break;
        }

        return from;
    }

    private static bool[] PlainCharacters()
    {
        var plain = new bool['\u007f'];
        for (var c = ' '; c < plain.Length; c++)
            plain[c] = c is not ('"' or '\\');
        return plain;
    }

    private void Special(char c)
    {
        switch (c)
        {
            case '"': Ascii("\\\""); return;
            case '\\': Ascii("\\\\"); return;
            case '\n': Ascii("\\n"); return;
            case '\r': Ascii("\\r"); return;
            case '\t': Ascii("\\t"); return;
        }

        if (char.IsSurrogate(c))
            Utf8(0xFFFD);
        else if (c < ' ' || c is '\u007f' or '\u2028' or '\u2029')
            Ascii("\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
        else
            Utf8(c);
    }

    private void Utf8(int codePoint)
    {
        if (codePoint < 0x800)
        {
            Byte((byte)(0xC0 | codePoint >> 6));
        }
        else
        {
            if (codePoint < 0x10000)
            {
                Byte((byte)(0xE0 | codePoint >> 12));
            }
            else
            {
                Byte((byte)(0xF0 | codePoint >> 18));
                Byte((byte)(0x80 | codePoint >> 12 & 0x3F));
            }

            Byte((byte)(0x80 | codePoint >> 6 & 0x3F));
        }

        Byte((byte)(0x80 | codePoint & 0x3F));
    }

    /// <param name="text">Shorter than the buffer.</param>
    private void Ascii(string text)
    {
        if (text.Length > _buffer.Length - _used)
            Flush();
        var buffer = _buffer;
        var used = _used;
        foreach (var c in text)
            buffer[used++] = (byte)c;
        _used = used;
    }

    // Without a text for each of a report's numbers.
    private void Digits(uint value)
    {
        if (_buffer.Length - _used < MostDigits)
            Flush();
        var end = _used + 1;
        for (var rest = value; rest >= 10; rest /= 10)
            end++;
        _used = end;
        do
        {
            var tenth = value / 10;
            _buffer[--end] = (byte)('0' + (value - 10 * tenth));
            value = tenth;
        }
        while (value > 0);
    }

    private void Byte(byte value)
    {
        if (_used == _buffer.Length)
            Flush();
        _buffer[_used++] = value;
    }

    private void Flush()
    {
        output.Write(_buffer, 0, _used);
        _used = 0;
    }

    private struct Level(bool lines, bool isObject)
    {
        public int Count;

        public readonly bool Lines => lines;

        public readonly bool IsObject => isObject;
    }
}
