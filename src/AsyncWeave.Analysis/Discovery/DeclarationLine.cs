using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>
/// The place of a method's name, where the source is at hand: symbols know statements only, and a reviewer looks for the declaration.
/// Between a declaration and its first statement stand parameters, constraints and comments, so the nearest match upward is the one.
/// </summary>
internal static class DeclarationLine
{
    private const int FarthestUp = 200;

    /// <returns>1-based line and column; null where the source is not at hand or the name is not found.</returns>
    /// <param name="name">What the source calls the method; null where it has no name.</param>
    public static (int Line, int Column)? Find(string? name, SourceText? source, SourcePoint first)
    {
        if (source is null || string.IsNullOrEmpty(name))
            return null;
        for (var line = first.Line; line >= Math.Max(1, first.Line - FarthestUp); line--)
        {
            if (source.Line(line) is not { } text)
                return null;
            var searched = line == first.Line ? text[..Math.Min(text.Length, first.Column - 1)] : text;
            if (!IsComment(searched) && ColumnOf(searched, name!) is { } column)
                return (line, column);
        }

        return null;
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    // SubmitAsync(      SubmitAsync<T>(      SubmitAsync (
    private static int? ColumnOf(string line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            while (end < line.Length && line[end] == ' ')
                end++;
            if ((at == 0 || !IsPartOfName(line[at - 1])) && end < line.Length && (line[end] is '(' or '<'))
                return at + 1;
        }

        return null;
    }

    private static bool IsPartOfName(char c) => char.IsLetterOrDigit(c) || c == '_';
}
