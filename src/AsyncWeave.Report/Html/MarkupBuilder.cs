using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AsyncWeave.Report.Html;

/// <summary>What the compiler calls for <c>Markup.Of($"…")</c>: literals pass, values are encoded.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupBuilder
{
    private readonly StringBuilder text;

    public MarkupBuilder(int literalLength, int formattedCount) =>
        text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Markup markup) => text.Append(markup.Text);

    public void AppendFormatted(string? value) => HtmlText.AppendEncoded(text, value);

    public void AppendFormatted(int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(long value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(IEnumerable<Markup> pieces)
    {
        foreach (var piece in pieces)
            text.Append(piece.Text);
    }

    public override string ToString() => text.ToString();
}
