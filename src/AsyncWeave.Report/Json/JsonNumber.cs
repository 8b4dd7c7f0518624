namespace AsyncWeave.Report.Json;

/// <summary>The grammar of a number, RFC 8259 section 6.</summary>
internal static class JsonNumber
{
    public static bool IsNumber(string word)
    {
        var at = word.Length > 0 && word[0] == '-' ? 1 : 0;
        if (!Digits(word, ref at, out var first) || first > 1 && word[at - first] == '0')
            return false;
        if (at < word.Length && word[at] == '.')
        {
            at++;
            if (!Digits(word, ref at, out _))
                return false;
        }

        if (at < word.Length && word[at] is 'e' or 'E')
        {
            at++;
            if (at < word.Length && word[at] is '+' or '-')
                at++;
            if (!Digits(word, ref at, out _))
                return false;
        }

        return at == word.Length;
    }

    private static bool Digits(string word, ref int at, out int count)
    {
        var start = at;
        while (at < word.Length && word[at] is >= '0' and <= '9')
            at++;
        count = at - start;
        return count > 0;
    }
}
