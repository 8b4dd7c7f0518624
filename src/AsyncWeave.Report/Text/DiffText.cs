using AsyncWeave.Report.Diff;

namespace AsyncWeave.Report.Text;

/// <summary>What <c>diff</c> prints: by assembly and kind, largest first, with the fields and awaits that made each change.</summary>
public static class DiffText
{
    /// <param name="minimum">Bytes below which a change is counted but not listed.</param>
    public static IEnumerable<TextLine> Write(ReportDiff diff, int minimum, TextOptions options)
    {
        foreach (var assembly in diff.Assemblies)
        {
            yield return Heading(assembly);
            foreach (var line in Body(assembly, minimum, options))
                yield return line;
            yield return TextLine.Empty;
        }

        yield return Summary(diff);
    }

    private static TextLine Heading(AssemblyDiff assembly) => TextLine.Of(
        new TextSpan(Printable.Of(assembly.Name), TextStyle.Heading),
        new TextSpan($" ({Printable.Of(assembly.Framework)})"));

    private static IEnumerable<TextLine> Body(AssemblyDiff assembly, int minimum, TextOptions options)
    {
        if (assembly.New is null)
            return [TextLine.Of("  is not in the new report")];
        if (!assembly.HasBase)
            return [TextLine.Of($"  no base: the old report does not have it; its {Figures.Count(assembly.New.Methods.Count, "method")} are not called new", TextStyle.Concern)];
        IEnumerable<TextLine> warnings = assembly.Warnings.Select(warning => TextLine.Of("  ! " + Printable.Of(warning), TextStyle.Concern));
        var changes = assembly.Changes.GroupBy(change => change.Kind).SelectMany(group => Group(group.Key, [.. group], minimum, options));
        return [.. warnings, .. changes, TextLine.Of($"  {Figures.Count(assembly.Unchanged, "method")} unchanged", TextStyle.Faint)];
    }

    private static IEnumerable<TextLine> Group(ChangeKind kind, IReadOnlyList<MethodChange> changes, int minimum, TextOptions options)
    {
        var shown = changes.Where(change => minimum <= 0 || Math.Max(Math.Abs(change.SizeDelta), Math.Abs(change.SuspensionDelta)) >= minimum).ToList();
        var hidden = changes.Count == shown.Count ? "" : $", {Figures.Number(changes.Count - shown.Count)} below {Figures.Number(minimum)} B not listed";
        yield return TextLine.Of($"  {kind.ToString().ToLowerInvariant()}: {Figures.Count(changes.Count, "method")}, {Signed(changes.Sum(change => (long)change.SizeDelta))}{hidden}", Style(kind));
        foreach (var line in shown.SelectMany(change => DiffChangeText.Write(change, options)))
            yield return line;
    }

    private static TextLine Summary(ReportDiff diff)
    {
        if (!diff.HasBase)
            return TextLine.Of("No base to compare with", TextStyle.Concern);
        var grown = diff.Changes.Count(change => change.Kind == ChangeKind.Grown);
        var total = Signed(diff.Assemblies.Sum(assembly => assembly.Bytes));
        return grown > 0
            ? TextLine.Of($"{Figures.Count(grown, "method")} grew; state machines {total} in all", TextStyle.Bad)
            : TextLine.Of(diff.Changes.Any() ? $"Nothing grew; state machines {total} in all" : "Nothing changed", TextStyle.Good);
    }

    internal static string Signed(long bytes) => (bytes > 0 ? "+" : "") + Figures.Number(bytes) + " B";

    private static TextStyle Style(ChangeKind kind) => kind switch
    {
        ChangeKind.Grown => TextStyle.Bad,
        ChangeKind.New => TextStyle.Concern,
        ChangeKind.Shrunk => TextStyle.Good,
        _ => TextStyle.Plain,
    };
}
