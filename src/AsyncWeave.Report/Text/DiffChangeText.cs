using AsyncWeave.Report.Diff;

namespace AsyncWeave.Report.Text;

/// <summary>One changed method: from what to what, and why.</summary>
internal static class DiffChangeText
{
    private const int NamedReasons = 6;

    public static IEnumerable<TextLine> Write(MethodChange change, TextOptions options)
    {
        var arrow = options.Glyphs.Arrow;
        var name = change is { Kind: ChangeKind.Renamed, Old: { } old } ? $"{old.DisplayName} {arrow} {change.DisplayName}" : change.DisplayName;
        yield return TextLine.Of(new TextSpan($"    {DiffText.Signed(change.SizeDelta),8}  ", TextStyle.Number), new TextSpan(Printable.Of(name)));
        var facts = Facts(change, arrow).ToList();
        if (facts.Count == 0)
            yield break;
        foreach (var line in Prose.Wrap(new TextSpan("              "), string.Join("; ", facts), options, TextStyle.Faint))
            yield return line;
    }

    private static IEnumerable<string> Facts(MethodChange change, string arrow)
    {
        yield return FromTo("state machine", change.Before?.Size, change.After?.Size, " B", arrow);
        if (change.SuspensionDelta != 0)
            yield return FromTo("first suspension", change.Before?.Suspension, change.After?.Suspension, " B", arrow);
        if (change.AwaitDelta != 0)
            yield return FromTo("awaits", change.Before?.Awaits, change.After?.Awaits, "", arrow);
        if (change.Before is null || change.After is null)
            yield break;
        foreach (var field in change.Fields.Take(NamedReasons))
            yield return $"{Printable.Of(field.Label)} {DiffText.Signed(field.Bytes)}";
        if (change.Fields.Count > NamedReasons)
            yield return $"{Figures.Number(change.Fields.Count - NamedReasons)} more fields";
        foreach (var call in change.Awaits.Take(NamedReasons))
            yield return $"{(call.Count > 0 ? "awaits" : "no longer awaits")} {Printable.Of(call.Operation)}{Times(call.Count)}";
    }

    private static string Times(int count) => Math.Abs(count) > 1 ? $" {Figures.Number(Math.Abs(count))} times" : "";

    private static string FromTo(string what, int? before, int? after, string unit, string arrow)
    {
        if (before is null && after is null)
            return $"{what} none";
        if (before is null || after is null || before == after)
            return $"{what} {Figures.Number((after ?? before)!.Value)}{unit}";
        return $"{what} {Figures.Number(before.Value)} {arrow} {Figures.Number(after.Value)}{unit}";
    }
}
