namespace AsyncWeave.Report.Html.Data;

/// <summary>Each text once; rows refer to it by number.</summary>
internal sealed class StringTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    public IReadOnlyList<string> Texts => texts;

    /// <summary>-1 stands for null.</summary>
    public int NumberOf(string? text)
    {
        if (text is null)
            return -1;
        if (numbers.TryGetValue(text, out var number))
            return number;
        numbers.Add(text, texts.Count);
        texts.Add(text);
        return texts.Count - 1;
    }
}
