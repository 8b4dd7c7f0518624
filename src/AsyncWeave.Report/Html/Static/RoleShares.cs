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
            .GroupBy(f => Roles.ClassOf(f.Role), f => (long)f.Size, StringComparer.Ordinal)
            .Select(g => (Class: g.Key, Name: NameOf(g.Key), Bytes: g.Sum()))
            .OrderByDescending(s => s.Bytes).ThenBy(s => s.Class, StringComparer.Ordinal).ToList();
        var rest = total - shares.Sum(s => s.Bytes);
        if (rest > 0)
            shares.Add(("r-padding", "padding between fields, object headers", rest));

        return Markup.Of($"""
            <section class="panel" aria-labelledby="shares"><h2 id="shares">What the bytes are spent on</h2>
            <table class="shares"><tbody>{shares.Select(s => Row(s.Class, s.Name, s.Bytes, total, shares.Max(x => x.Bytes)))}</tbody></table>
            </section>
            """);
    }

    private static Markup Row(string role, string name, long bytes, long total, long highest) => Markup.Of($"""
        <tr><th scope="row">{name}</th><td class="bar"><svg aria-hidden="true"><rect class="{role}" width="{bytes * 100 / highest}%" height="100%"/></svg></td><td>{Figures.Bytes(bytes)}</td><td>{Figures.Number(bytes * 100 / total)} %</td></tr>
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
}
