using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>A method of the set with its place in it, which is its anchor in the page.</summary>
internal sealed record PlacedMethod(int ReportIndex, int MethodIndex, AssemblyReport Report, MethodReport Method)
{
    public string Anchor => FormattableString.Invariant($"m{ReportIndex}-{MethodIndex}");

    /// <summary>The viewer turns the anchor into the method's page; without scripts it leads down the page.</summary>
    public Markup Link => Markup.Of($"""<a class="name" href="#{Anchor}">{Method.DisplayName}</a>""");

    public static IReadOnlyList<PlacedMethod> AllOf(ReportSet set) =>
        [.. set.Reports.SelectMany((report, r) => report.Methods.Select((method, m) => new PlacedMethod(r, m, report, method)))];
}
