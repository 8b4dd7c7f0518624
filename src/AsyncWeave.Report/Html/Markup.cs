namespace AsyncWeave.Report.Html;

/// <summary>Text that is HTML already. Interpolating anything else into it encodes that, so no writer can forget to.</summary>
internal sealed record Markup(string Text)
{
    public static Markup Nothing { get; } = new("");

    public static Markup Of(MarkupBuilder html) => new(html.ToString());

    /// <summary>The pieces one behind the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => Of($"{pieces}");

    public override string ToString() => Text;
}
