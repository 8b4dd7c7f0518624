using AsyncWeave.Model;
using static AsyncWeave.Html.Tests.Samples.Reports;

namespace AsyncWeave.Html.Tests.Samples;

/// <summary>Names as only an attacker writes them; each would set <c>window.owned</c> if it ever ran.</summary>
internal static class Hostile
{
    public static readonly string[] Names =
    [
        "<script>window.owned=1</script>",
        "</script><script>window.owned=1</script>",
        "\"><img src=x onerror=window.owned=1>",
        "'onmouseover='window.owned=1",
        "javascript:window.owned=1",
        "{{data}}{{viewer}}${window.owned=1}`",
        "]]><!--<svg/onload=window.owned=1>",
        "</title></style><script>window.owned=1</script>",
        "safe\u202Egnp.exe\u2066\u200B\u0000\u0007\u2028",
        "=cmd|'/c calc'!A1",
        "lone\uD800surrogate",
        "__proto__",
        "constructor",
        new string('W', 10_000),
    ];

    public static AssemblyReport Report() => Of(Names[1], Names[0], [.. Names.Select(Bad)],
        [.. Names.Select(n => new Diagnostic(n.Length > 100 ? "AW2007" : n, n, Severity.Warning, n, n, 1, 1))]) with
    {
        Configuration = [.. Names.Select(n => new EffectiveSetting(n, n, n))],
    };

    private static MethodReport Bad(string name) => new(
        "M:" + name, name, name, MethodKind.Async, MethodForm.Lambda, name, name, name, name, new SourceSpan(name, 1, 1, 2),
        Machine.Of(name).With(FieldRole.Local, name, name, 8, [0], sourceName: name, inside: Machine.Inside((name, name, 8))).With(FieldRole.State, name, name, 0, []).Build(exact: false, because: name, assumes: name),
        null, [Await(0, 1, name) with { Awaiter = name }], Suspending(name, 24, name),
        new Budget(BudgetStatus.Fail, new Limits(1, 0, 0, 1), name),
        [new Diagnostic("AW1001", name, Severity.Error, name, name, 1, 1), new Diagnostic(name, name, Severity.Warning, name, name, 1, 1) { Justification = name }])
    {
        Checklist = [new ChecklistAnswer(name, name, ChecklistVerdict.Concern)],
    };
}
