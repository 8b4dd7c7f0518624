using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>One method's fields, awaits, bill and findings, without any script.</summary>
internal static class PlainMethod
{
    public static Markup Of(PlacedMethod placed)
    {
        var method = placed.Method;
        return Markup.Of($"""
            <details class="plain-method" id="{placed.Anchor}"><summary>{method.DisplayName} {(method.StateMachine is { } m ? Figures.Bytes(m.Size, m.Exact) : "")}</summary>
            {(method.StateMachine is { } machine ? Machine(machine) : Markup.Nothing)}
            {(method.Continuation is { } continuation ? Markup.Of($"<p>Continuation: {Figures.Bytes(continuation.Bytes, continuation.Exact)}; {continuation.Assumes}</p>") : Markup.Nothing)}
            {Awaits(method.Awaits)}
            {Bill(method.Allocations)}
            {Findings(method)}
            </details>

            """);
    }

    private static Markup Machine(StateMachine machine) => Markup.Of($"""
        <p><code>{machine.Type}</code>, {(machine.IsValueType ? "struct" : "class")}, alignment {machine.Alignment}, padding {machine.Padding} B{(machine.Assumes is { } assumes ? "; laid out for " + assumes : "")}{(machine.InexactBecause is { } because ? "; a lower bound: " + because : "")}</p>
        {MemoryStrip.Of(machine)}
        <table><thead><tr><th scope="col">Bytes</th><th scope="col">Field</th><th scope="col">Role</th><th scope="col">Type</th><th scope="col">Size</th><th scope="col">Padding behind</th><th scope="col">Alive across awaits</th><th scope="col">Would save</th><th scope="col">Place</th></tr></thead>
        <tbody>{machine.Fields.Select(f => Field(machine, f))}</tbody></table>
        """);

    private static Markup Field(StateMachine machine, StateMachineField field) => Markup.Of($"""
        <tr><td class="n">{field.Offset}–{field.Offset + Math.Max(field.Size, 1) - 1}</td><th scope="row">{field.SourceName ?? field.Name}</th><td>{Roles.NameOf(field.Role)}</td><td><code>{field.Type}</code></td><td class="n">{field.Size}</td><td class="n">{(field.Padding == 0 ? "" : Figures.Number(field.Padding))}</td><td>{string.Join(", ", field.LiveAcross.Select(i => "#" + Figures.Number(i + 1)))}</td><td class="n">{field.SavesBytes}</td><td class="bar">{MemoryStrip.Of(machine, field)}</td></tr>{field.Fields.Select(inner => Inner(inner, field.Offset, 1))}
        """);

    private static Markup Inner(StateMachineField field, int start, int depth)
    {
        var at = start + field.Offset;
        return Markup.Of($"""
            <tr class="inner"><td class="n">{at}–{at + Math.Max(field.Size, 1) - 1}</td><td>{new string('›', depth)} {field.Name}</td><td></td><td><code>{field.Type}</code></td><td class="n">{field.Size}</td><td class="n">{(field.Padding == 0 ? "" : Figures.Number(field.Padding))}</td><td></td><td></td><td></td></tr>{field.Fields.Select(inner => Inner(inner, at, depth + 1))}
            """);
    }

    private static Markup Awaits(IReadOnlyList<Await> awaits) => awaits.Count == 0 ? Markup.Nothing : Markup.Of($"""
        <table><thead><tr><th scope="col">Await</th><th scope="col">Line</th><th scope="col">Operation</th><th scope="col">Awaiter</th><th scope="col">Context</th><th scope="col">Loop</th><th scope="col">Region</th></tr></thead>
        <tbody>{awaits.Select(a => Markup.Of($"""
            <tr><td class="n">#{a.Index + 1}</td><td class="n">{(a.Line is { } line ? line.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}</td><td><code>{a.Operation}</code></td><td><code>{a.Awaiter}</code></td><td>{(a.CapturesContext is { } captures ? captures ? "captured" : "not captured" : "")}</td><td>{(a.InLoop ? "in a loop" : "")}</td><td>{a.Region.ToString().ToLowerInvariant()}</td></tr>
            """))}</tbody></table>
        """);

    private static Markup Bill(Allocations? allocations) => allocations is null ? Markup.Nothing : Markup.Of($"""
        <p>Heap: {Figures.Bytes(allocations.Synchronous.Bytes, allocations.Synchronous.Exact)} when nothing suspends, {Figures.Bytes(allocations.Suspension.Bytes, allocations.Suspension.Exact)} at the first suspension, {Figures.Bytes(allocations.PerFurtherSuspension.Bytes, allocations.PerFurtherSuspension.Exact)} at each further one.</p>
        <ul>{allocations.Suspension.Objects.Select(o => Markup.Of($"<li>{Figures.Bytes(o.Bytes)} <code>{o.Type}</code> {o.Reason}</li>"))}</ul>
        """);

    private static Markup Findings(MethodReport method)
    {
        var shown = method.Diagnostics.Where(d => d.Severity != Severity.None).ToList();
        return shown.Count == 0 ? Markup.Nothing : Markup.Of($"""<ul>{shown.Select(Finding)}</ul>""");
    }

    private static Markup Finding(Diagnostic diagnostic) => Markup.Of($"""
        <li><span class="id">{diagnostic.Id}</span> {diagnostic.Severity.ToString().ToLowerInvariant()}{(diagnostic.Suppressed ? ", suppressed" : "")}: {diagnostic.Message}</li>
        """);
}
