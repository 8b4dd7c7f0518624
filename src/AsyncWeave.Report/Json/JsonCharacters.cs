using System.Runtime.CompilerServices;
using System.Text;

namespace AsyncWeave.Report.Json;

/// <summary>The bytes of a JSON text with their line and column, and the text that is being gathered.</summary>
internal sealed class JsonCharacters
{
    public const int End = -1;

    private readonly Stream _input;
    private readonly byte[] _buffer = new byte[32 * 1024];
    private byte[] _text = new byte[256];
    private int _textLength;
    private char _highSurrogate;
    private int _filled;
    private int _next;
    private int _line = 1;
    private long _lineStart;
    private long _bufferStart;

    public JsonCharacters(Stream input)
    {
        _input = input;
        if (Peek() == 0xEF)
            SkipMark();
    }

    public JsonPosition Position => new(_line, (int)Math.Min(int.MaxValue, _bufferStart + _next - _lineStart + 1));

    [MethodImpl(HotPath.Optimize)]
    public int Peek()
    {
        if (_next < _filled)
            return _buffer[_next];
        _bufferStart += _filled;
        _filled = _input.Read(_buffer, 0, _buffer.Length);
        _next = 0;
        return _filled == 0 ? End : _buffer[0];
    }

    [MethodImpl(HotPath.Optimize)]
    public void Skip()
    {
        if (Peek() == '\n')
        {
            _line++;
            _lineStart = _bufferStart + _next + 1;
        }

        if (_next < _filled)
            _next++;
    }

    [MethodImpl(HotPath.Optimize)]
    public void SkipBlanks()
    {
        while (true)
        {
            switch (Peek())
            {
                case ' ' or '\t' or '\r' or '\n':
                    Skip();
                    break;
                case '/':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    public void StartText() => _textLength = 0;

    /// <summary>The text gathered since <see cref="StartText"/>.</summary>
    public string Text(StringPool pool)
    {
        FlushSurrogate();
        return pool.Get(_text, _textLength);
    }

    /// <summary>Takes the next byte into the text.</summary>
    public void Keep()
    {
        Append(_buffer[_next]);
        _next++;
    }

    public void Keep(char ascii) => Append((byte)ascii);

    /// <summary>Takes everything up to a quote, a backslash or a control character into the text.</summary>
    [MethodImpl(HotPath.Optimize)]
    public void KeepPlain()
    {
        while (Peek() != End)
        {
            var start = _next;
            while (_next < _filled && _buffer[_next] is >= 0x20 and not (byte)'"' and not (byte)'\\')
                _next++;
            Append(start, _next - start);
            if (_next < _filled)
                return;
        }
    }

    /// <summary>Takes a UTF-16 unit of a <c>\u</c> escape into the text, joining surrogates.</summary>
    public void KeepUtf16(char unit)
    {
        if (char.IsLowSurrogate(unit) && _highSurrogate != 0)
        {
            var pair = new string([_highSurrogate, unit]);
            _highSurrogate = '\0';
            AppendUtf8(pair);
            return;
        }

        FlushSurrogate();
        if (char.IsHighSurrogate(unit))
            _highSurrogate = unit;
        else
            AppendUtf8(char.IsSurrogate(unit) ? "\uFFFD" : unit.ToString());
    }

    private void FlushSurrogate()
    {
        if (_highSurrogate == 0)
            return;
        _highSurrogate = '\0';
        AppendUtf8("\uFFFD");
    }

    private void SkipComment()
    {
        var start = Position;
        Skip();
        switch (Peek())
        {
            case '/':
                while (Peek() is not ('\n' or End))
                    Skip();
                return;
            case '*':
                Skip();
                SkipBlockComment(start);
                return;
            default:
                throw new JsonSyntaxException("'/' begins no comment: use // or /* */", start);
        }
    }

    private void SkipBlockComment(JsonPosition start)
    {
        var previous = 0;
        while (Peek() is var c && c != End)
        {
            Skip();
            if (previous == '*' && c == '/')
                return;
            previous = c;
        }

        throw new JsonSyntaxException("the comment is not closed", start);
    }

    private void SkipMark()
    {
        if (_filled >= 3 && _buffer[1] == 0xBB && _buffer[2] == 0xBF)
            _next = 3;
        _lineStart = _next;
    }

    private void AppendUtf8(string text)
    {
        foreach (var b in Encoding.UTF8.GetBytes(text))
            AppendRaw(b);
    }

    private void Append(byte value)
    {
        FlushSurrogate();
        AppendRaw(value);
    }

    private void AppendRaw(byte value)
    {
        if (_textLength == _text.Length)
            Array.Resize(ref _text, _textLength * 2);
        _text[_textLength++] = value;
    }

    private void Append(int start, int count)
    {
        if (count == 0)
            return;
        FlushSurrogate();
        while (_textLength + count > _text.Length)
            Array.Resize(ref _text, _text.Length * 2);
        Buffer.BlockCopy(_buffer, start, _text, _textLength, count);
        _textLength += count;
    }
}
