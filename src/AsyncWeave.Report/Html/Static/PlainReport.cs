using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>
/// The whole table as plain markup for where scripts are blocked, and the inside of the methods that matter most. The
/// viewer takes it away before it is laid out.
/// </summary>
internal static class PlainReport
{
    /// <summary>Characters spent on methods field by field; the table itself is never cut.</summary>
    private const int Room = 400_000;

    public static Markup Of(ReportSet set)
    {
        var methods = PlacedMethod.AllOf(set);
        var details = DetailsOf(methods);
        return Markup.Of($"""
            <h2>All methods</h2>
            <table class="plain"><thead><tr><th scope="col">Method</th>{(set.Reports.Count > 1 ? Markup.Of($"""<th scope="col">Assembly</th>""") : Markup.Nothing)}<th scope="col">Kind</th><th scope="col">Source</th><th scope="col">Size</th><th scope="col">Padding</th><th scope="col">Awaits</th><th scope="col">Hoisted</th><th scope="col">On suspension</th><th scope="col">Budget</th><th scope="col">Findings</th></tr></thead>
            <tbody>
            {methods.Select(m => Row(m, set.Reports.Count > 1, details.ContainsKey(m.Anchor)))}</tbody></table>
            <h2>{(details.Count < methods.Count ? "The " + Figures.Number(details.Count) + " methods over budget or largest, field by field" : "Field by field")}</h2>
            {methods.Where(m => details.ContainsKey(m.Anchor)).Select(m => details[m.Anchor])}
            """);
    }

    // By anchor, those over budget first, then the largest, as many as there is room for.
    private static Dictionary<string, Markup> DetailsOf(IReadOnlyList<PlacedMethod> methods)
    {
        var details = new Dictionary<string, Markup>(StringComparer.Ordinal);
        var room = Room;
        foreach (var placed in methods.OrderBy(m => m.Method.Budget.Status == BudgetStatus.Fail ? 0 : 1).ThenByDescending(m => m.Method.StateMachine?.Size ?? 0))
        {
            var detail = PlainMethod.Of(placed);
            room -= detail.Text.Length;
            if (room < 0)
                break;
            details.Add(placed.Anchor, detail);
        }

        return details;
    }

    private static Markup Row(PlacedMethod placed, bool withAssembly, bool linked)
    {
        var method = placed.Method;
        var machine = method.StateMachine;
        return Markup.Of($"""
            <tr><th scope="row">{(linked ? placed.Link : Markup.Of($"{method.DisplayName}"))}{Namespace(method)}</th>{(withAssembly ? Markup.Of($"<td>{placed.Report.Assembly.Name} {Frameworks.Of(placed.Report)}</td>") : Markup.Nothing)}<td>{method.Kind.ToString()}</td><td>{Source(method)}</td><td class="n">{(machine is null ? "" : Figures.Bytes(machine.Size, machine.Exact))}</td><td class="n">{(machine is null ? "" : Figures.Number(machine.Padding))}</td><td class="n">{method.AwaitCount}</td><td class="n">{(Metrics.HoistedFields.Measure(method) is { } hoisted ? Figures.Number(hoisted) : "")}</td><td class="n">{Suspension(method)}</td><td>{(method.Budget.Status == BudgetStatus.None ? "" : method.Budget.Status.ToString())}</td><td>{string.Join(" ", method.Diagnostics.Where(d => !d.Suppressed && d.Severity != Severity.None).Select(d => d.Id).Distinct(StringComparer.Ordinal))}</td></tr>

            """);
    }

    private static Markup Namespace(MethodReport method)
    {
        var full = method.Name;
        var shown = method.DisplayName.Split('(', ':')[0];
        return full.EndsWith(shown, StringComparison.Ordinal) && full.Length > shown.Length
            ? Markup.Of($"""<small>{full[..^shown.Length].TrimEnd('.')}</small>""")
            : Markup.Of($"""<small>{full}</small>""");
    }

    private static string Source(MethodReport method) =>
        method.Source is { } source ? FormattableString.Invariant($"{source.File}:{source.Line}") : "";

    private static string Suspension(MethodReport method) =>
        method.Allocations is { } allocations ? Figures.Bytes(allocations.Suspension.Bytes, allocations.Suspension.Exact) : "";
}
