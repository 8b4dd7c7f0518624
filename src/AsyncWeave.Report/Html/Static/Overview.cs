using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>The first screen, whole without any script.</summary>
internal static class Overview
{
    public static Markup Of(ReportSet set)
    {
        var methods = PlacedMethod.AllOf(set);
        return Markup.Of($"""
            {VerdictSection.Of(set, Verdict.Of(set))}
            {FailingMethods.Of(methods)}
            {Totals.Of(set, methods)}
            <div class="columns">
            {SizeHistogram.Of(methods)}
            {RoleShares.Of(methods)}
            {LargestMethods.Of(methods)}
            {Findings.Of(set)}
            {BaselineChanges.Of(methods)}
            {Assemblies.Of(set)}
            {Settings.Of(set)}
            {Exactness.Of(set, methods)}
            </div>
            """);
    }
}
