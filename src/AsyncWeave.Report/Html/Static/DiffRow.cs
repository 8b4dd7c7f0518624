using AsyncWeave.Model;
using AsyncWeave.Report.Diff;

namespace AsyncWeave.Report.Html.Static;

/// <summary>One changed method: by how much, and which fields and awaits did it.</summary>
internal static class DiffRow
{
    public static Markup Of(MethodChange change, int number) => Markup.Of($"""
        <tr class="{change.Kind.ToString().ToLowerInvariant()}"><th scope="row"><a class="name" href="#/change?n={number}">{change.DisplayName}</a>{Former(change)}</th><td>{change.Kind.ToString().ToLowerInvariant()}</td><td class="n">{Size(change.Old)}</td><td class="n">{Size(change.New)}</td><td class="n">{Delta(change.SizeDelta)}</td><td class="n">{Delta(change.SuspensionDelta)}</td><td>{Why(change)}</td></tr>
        """);

    private static Markup Former(MethodChange change) => change is { Kind: ChangeKind.Renamed, Old: { } old }
        ? Markup.Of($" <small>was {old.DisplayName}</small>")
        : Markup.Nothing;

    private static string Size(MethodReport? method) => method?.StateMachine is { } machine ? Figures.Bytes(machine.Size, machine.Exact) : "–";

    private static Markup Delta(int bytes) => bytes == 0
        ? Markup.Nothing
        : Markup.Of($"""<span class="{(bytes > 0 ? "grew" : "shrank")}">{Figures.Change(bytes)}</span>""");

    // Of a method that came or went, every field did.
    private static string Why(MethodChange change)
    {
        if (change.Old is null || change.New is null)
            return "";
        var fields = change.Fields.Select(FieldInWords);
        var awaits = change.Awaits.Select(a => (a.Count > 0 ? "+" : "−") + Figures.Number(Math.Abs(a.Count)) + " await " + a.Operation);
        return string.Join("; ", fields.Concat(awaits));
    }

    private static string FieldInWords(FieldChange field)
    {
        if (field.Old is null)
            return field.Label + " came, " + Figures.Change(field.Bytes);
        if (field.New is null)
            return field.Label + " went, " + Figures.Change(field.Bytes);
        return field.Label + " " + Figures.Number(field.Old.Value) + " → " + Figures.Bytes(field.New.Value);
    }
}
