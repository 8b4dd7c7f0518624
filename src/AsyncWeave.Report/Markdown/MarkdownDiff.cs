using System.Globalization;
using AsyncWeave.Report.Diff;

namespace AsyncWeave.Report.Markdown;

/// <summary>A diff for a pull request's comment: grown, new, shrunk, gone, renamed, largest first; what did not change is one number.</summary>
public static class MarkdownDiff
{
    /// <summary>Begins the document, so that a later run finds its own comment and replaces it.</summary>
    public const string Marker = "<!-- asyncweave:diff -->";

    private const int NamedFields = 4;

    /// <summary>False where nothing changed: then no comment is the best comment.</summary>
    public static bool IsWorthSaying(ReportDiff diff) => diff.Changes.Any() || diff.Assemblies.Any(a => !a.HasBase || a.New is null);

    public static void Write(Stream output, ReportDiff diff, MarkdownOptions? options = null)
    {
        var chosen = options ?? MarkdownOptions.Comment;
        var text = new CappedMarkdown(chosen.MostCharacters);
        text.Line(Marker);
        text.Line("## " + Heading(diff));
        text.Line();
        foreach (var assembly in diff.Assemblies)
            WriteAssembly(text, assembly, chosen);
        text.WriteTo(output);
    }

    private static string Heading(ReportDiff diff)
    {
        if (!diff.HasBase)
            return "AsyncWeave: no base to compare with";
        var grown = diff.Changes.Count(c => c.Kind == ChangeKind.Grown);
        if (grown > 0)
            return $"AsyncWeave: {Count(grown, "method")} grew, state machines {MarkdownText.Delta(diff.Assemblies.Sum(a => a.Bytes))}";
        return diff.Changes.Any() ? $"AsyncWeave: nothing grew, state machines {MarkdownText.Delta(diff.Assemblies.Sum(a => a.Bytes))}" : "AsyncWeave: no change";
    }

    private static void WriteAssembly(CappedMarkdown text, AssemblyDiff assembly, MarkdownOptions options)
    {
        text.Line($"### {MarkdownText.Code(assembly.Name)} {MarkdownText.Plain(assembly.Framework)}");
        text.Line();
        if (assembly.New is null)
        {
            text.Line("The assembly is not in the new report.");
            text.Line();
            return;
        }

        if (!assembly.HasBase)
        {
            text.Line($"No base: the old report does not have this assembly. Its {Count(assembly.New.Methods.Count, "method")} are not called new.");
            text.Line();
            return;
        }

        foreach (var warning in assembly.Warnings)
            text.Line("> ⚠ " + MarkdownText.Plain(warning));
        if (assembly.Warnings.Count > 0)
            text.Line();
        foreach (var kind in assembly.Changes.GroupBy(c => c.Kind))
            WriteKind(text, kind.Key, kind.ToList(), options.MinimumChange);
        text.Line(Count(assembly.Unchanged, "method") + " unchanged.");
        text.Line();
    }

    private static void WriteKind(CappedMarkdown text, ChangeKind kind, List<MethodChange> changes, int minimum)
    {
        var shown = changes.Where(c => minimum <= 0 || Math.Max(Math.Abs(c.SizeDelta), Math.Abs(c.SuspensionDelta)) >= minimum).ToList();
        var hidden = changes.Count - shown.Count;
        var small = hidden == 0 ? "" : $", {hidden.ToString(CultureInfo.InvariantCulture)} below {MarkdownText.Bytes(minimum)} not listed";
        var title = $"{kind}: {Count(changes.Count, "method")}, {MarkdownText.Delta(changes.Sum(c => (long)c.SizeDelta))}{small}";
        void Table() => text.Table(["Method", "State machine:", "", "First suspension:", "Awaits:", "Why"], shown.Select(Row).ToList());
        if (kind is ChangeKind.Grown or ChangeKind.New)
        {
            text.Line($"**{title}**");
            text.Line();
            if (shown.Count > 0)
                Table();
        }
        else
        {
            text.Details(title, Table);
        }
    }

    private static string[] Row(MethodChange change) =>
    [
        change is { Kind: ChangeKind.Renamed, Old: { } old } ? $"{MarkdownText.Code(old.DisplayName)} → {MarkdownText.Code(change.DisplayName)}" : MarkdownText.Code(change.DisplayName),
        FromTo(change.Before?.Size, change.After?.Size),
        change.SizeDelta == 0 ? "" : MarkdownText.Delta(change.SizeDelta),
        FromTo(change.Before?.Suspension, change.After?.Suspension),
        change.AwaitDelta == 0 ? Number(change.After?.Awaits ?? 0) : $"{Number(change.Before?.Awaits ?? 0)} → {Number(change.After?.Awaits ?? 0)}",
        Why(change),
    ];

    private static string FromTo(int? before, int? after) =>
        before == after ? MarkdownText.Bytes(after) : before is null ? MarkdownText.Bytes(after) : after is null ? MarkdownText.Bytes(before) : $"{MarkdownText.Bytes(before)} → {MarkdownText.Bytes(after)}";

    private static string Why(MethodChange change)
    {
        if (change.Kind is ChangeKind.New or ChangeKind.Gone or ChangeKind.Renamed)
            return "";
        var reasons = change.Fields.Take(NamedFields).Select(f => $"{MarkdownText.Code(f.Label)} {MarkdownText.Delta(f.Bytes)}").ToList();
        if (change.Fields.Count > NamedFields)
            reasons.Add($"{Number(change.Fields.Count - NamedFields)} more fields");
        reasons.AddRange(change.Awaits.Take(NamedFields).Select(a => $"{(a.Count > 0 ? "awaits" : "no longer awaits")} {MarkdownText.Code(a.Operation)}{(Math.Abs(a.Count) > 1 ? " ×" + Number(Math.Abs(a.Count)) : "")}"));
        return string.Join(", ", reasons);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(int number, string noun) => Number(number) + " " + noun + (number == 1 ? "" : "s");
}
