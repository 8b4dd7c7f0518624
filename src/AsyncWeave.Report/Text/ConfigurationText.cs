using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Text;

/// <summary>What <c>config</c> prints: every value, and where it came from.</summary>
public static class ConfigurationText
{
    private static readonly TextTable Table = new(["setting", "value", "from"], 1, []);

    /// <param name="method">The name or pattern that was asked for; null where none was.</param>
    public static IEnumerable<TextLine> Write(ConfigurationView view, string? method, TextOptions options)
    {
        foreach (var line in Table.Write([.. view.Settings.Select(Row)], "", options))
            yield return line;
        if (method is null || view.Method is not { } asked)
            yield break;

        yield return TextLine.Empty;
        yield return TextLine.Of(Printable.Of(method), TextStyle.Heading);
        foreach (var line in OfMethod(asked, options))
            yield return line;
    }

    private static IEnumerable<TextLine> OfMethod(MethodView method, TextOptions options)
    {
        if (method.ExcludedBy is { } exclusion)
            return [TextLine.Of($"  is not judged: excluded by '{Printable.Of(exclusion.Value)}' in {Printable.Of(exclusion.From)}")];
        if (method.Budgets.Count == 0)
            return [TextLine.Of("  has no budget")];
        IEnumerable<TextLine> severity = method.Severity is { } word ? [TextLine.Of($"  a broken budget is said as {word}")] : [];
        return [.. Table.Write([.. method.Budgets.Select(Row)], "  ", options), .. severity];
    }

    private static IReadOnlyList<string> Row(EffectiveSetting setting) => [Printable.Of(setting.Name), Printable.Of(setting.Value), Printable.Of(setting.From)];
}
