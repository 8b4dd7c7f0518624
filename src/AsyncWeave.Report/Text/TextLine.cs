namespace AsyncWeave.Report.Text;

/// <summary>One line for people; <see cref="ToString"/> is its plain form.</summary>
public sealed record TextLine(IReadOnlyList<TextSpan> Spans)
{
    public static TextLine Empty { get; } = new([]);

    public static TextLine Of(string text, TextStyle style = TextStyle.Plain) => new([new TextSpan(text, style)]);

    public static TextLine Of(params TextSpan[] spans) => new(spans);

    /// <summary>The same line with <paramref name="before"/> and <paramref name="after"/> around it.</summary>
    public TextLine Within(string before, string after, TextStyle style) =>
        new([new TextSpan(before, style), .. Spans, new TextSpan(after, style)]);

    public override string ToString() => string.Concat(Spans.Select(span => span.Text)).TrimEnd(' ');
}
