using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>What the bytes of all state machines are spent on; the shares add up to the whole.</summary>
internal static class RoleShares
{
    public static Markup Of(IReadOnlyList<PlacedMethod> methods)
    {
        var machines = methods.Select(m => m.Method.StateMachine).OfType<StateMachine>().ToList();
        var total = machines.Sum(m => (long)m.Size);
        if (total == 0)
            return Markup.Nothing;

        var shares = machines.SelectMany(m => m.Fields)
            .GroupBy(f => Roles.ClassOf(f.Role), StringComparer.Ordinal)
            .Select(g => new Share(g.Key, NameOf(g.Key), g.Sum(f => (long)f.Size)))
            .OrderByDescending(s => s.Bytes).ThenBy(s => s.Class, StringComparer.Ordinal).ToList();
        var rest = total - shares.Sum(s => s.Bytes);
        if (rest > 0)
            shares.Add(new Share("r-padding", "padding between fields, object headers", rest));
        var highest = shares.Max(s => s.Bytes);

        return Markup.Of($"""
            <section class="panel" aria-labelledby="shares"><h2 id="shares">What the bytes are spent on</h2>
            <table class="shares"><tbody>{shares.Select(s => Row(s, total, highest))}</tbody></table>
            </section>
            """);
    }

    private static Markup Row(Share share, long total, long highest) => Markup.Of($"""
        <tr><th scope="row">{share.Name}</th><td class="bar"><svg aria-hidden="true"><rect class="{share.Class}" width="{share.Bytes * 100 / highest}%" height="100%"/></svg></td><td>{Figures.Bytes(share.Bytes)}</td><td>{Figures.Number(share.Bytes * 100 / total)} %</td></tr>
        """);

    private static string NameOf(string role) => role switch
    {
        "r-this" => "this",
        "r-builder" => "builders",
        "r-parameter" => "parameters",
        "r-local" => "locals",
        "r-spill" => "spilled temporaries",
        "r-awaiter" => "awaiters",
        "r-current" => "current items",
        "r-closure" => "closures",
        _ => "state and bookkeeping",
    };

    private sealed record Share(string Class, string Name, long Bytes);
}
