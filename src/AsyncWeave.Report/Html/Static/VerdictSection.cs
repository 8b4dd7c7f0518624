using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

internal static class VerdictSection
{
    public static Markup Of(ReportSet set, Verdict verdict) => Markup.Of($"""
        <section class="verdict {ClassOf(verdict.Kind)}" aria-labelledby="verdict">
        <h2 id="verdict"><span class="badge">{WordOf(verdict.Kind)}</span> {SentenceOf(verdict)}</h2>
        <p class="facts">{RuntimeOf(set)}</p>
        </section>
        """);

    private static string ClassOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Failed => "fail",
        VerdictKind.Warned => "warn",
        VerdictKind.Passed => "pass",
        _ => "none",
    };

    private static string WordOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Failed => "Failed",
        VerdictKind.Warned => "Passed with warnings",
        VerdictKind.Passed => "Passed",
        _ => "Measured",
    };

    private static string SentenceOf(Verdict verdict)
    {
        var parts = new List<string>();
        if (verdict.Over > 0)
            parts.Add(Figures.Number(verdict.Over) + " of " + Figures.Plural(verdict.Held, "method", "methods") + " with a budget " + (verdict.Over == 1 ? "is" : "are") + " over it.");
        if (verdict.Errors > 0)
            parts.Add(Figures.Plural(verdict.Errors, "error was", "errors were") + " found.");
        if (verdict.Warned > 0)
            parts.Add(Figures.Plural(verdict.Warned, "method is", "methods are") + " past a warning level.");
        if (verdict is { Kind: VerdictKind.Passed, Held: 1 })
            parts.Add("The one method with a budget keeps it.");
        else if (verdict.Kind == VerdictKind.Passed)
            parts.Add("All " + Figures.Number(verdict.Held) + " methods with a budget keep it.");
        if (verdict.Kind == VerdictKind.Measured)
            parts.Add("No budget is set, so nothing could fail.");
        return string.Join(" ", parts);
    }

    private static Markup RuntimeOf(ReportSet set)
    {
        var runtimes = set.Reports
            .Select(r => "laid out for " + r.Runtime.Framework + " " + r.Runtime.Architecture + " (" + SourceOf(r.Runtime) + ")")
            .Distinct(StringComparer.Ordinal);
        var unoptimized = set.Reports.Count(r => !r.Assembly.Optimized);
        var build = unoptimized == 0 ? "optimized build"
            : unoptimized == set.Reports.Count ? "unoptimized build: every local is hoisted into a class"
            : "optimized and unoptimized builds";
        return Markup.Of($"{string.Join("; ", runtimes)}; {build}; {set.Tool.Name} {set.Tool.Version}");
    }

    private static string SourceOf(RuntimeInfo runtime) => runtime.LayoutSource switch
    {
        "installed" => "from the installed runtime",
        "package" => "from a layout package",
        "reference" => "from reference assemblies",
        var other => other,
    };
}
