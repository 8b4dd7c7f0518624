namespace AsyncWeave.Report.Text;

/// <summary>Sentences set in lines no wider than the place they are shown in.</summary>
internal static class Prose
{
    /// <param name="first">What the first line begins with; later lines are indented to its width.</param>
    public static IEnumerable<TextLine> Wrap(TextSpan first, string text, TextOptions options, TextStyle style = TextStyle.Plain)
    {
        var indent = DisplayWidth.Of(first.Text);
        var before = first;
        foreach (var line in Lines(text, Math.Max(20, options.Width - indent)))
        {
            yield return TextLine.Of(before, new TextSpan(line, style));
            before = new TextSpan(new string(' ', indent));
        }
    }

    private static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', '\n').SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && DisplayWidth.Of(line) + 1 + DisplayWidth.Of(word) > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        yield return line;
    }

    // A name of many type arguments can be longer than any line.
    private static IEnumerable<string> Pieces(string word, int width)
    {
        while (DisplayWidth.Of(word) > width)
        {
            var piece = DisplayWidth.Cut(word, width, "");
            yield return piece;
            word = word.Substring(piece.Length);
        }

        if (word.Length > 0)
            yield return word;
    }
}
