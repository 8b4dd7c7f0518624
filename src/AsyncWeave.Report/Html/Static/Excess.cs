using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>One metric past its limit.</summary>
/// <param name="Unit">With the space before it; empty for counts.</param>
internal sealed record Excess(string What, int Measured, int Limit, string Unit)
{
    public static IEnumerable<Excess> Of(MethodReport method) =>
        Metrics.All.Select(metric => Compare(metric, metric.Measure(method), metric.LimitOf(method.Budget.Limits))).OfType<Excess>();

    /// <summary>The largest share by which any metric is past its limit.</summary>
    public static double WorstOf(MethodReport method) =>
        Of(method).Select(e => (double)e.Measured / Math.Max(e.Limit, 1)).DefaultIfEmpty(0).Max();

    private static Excess? Compare(Metric metric, int? measured, int? limit) => measured > limit
        ? new Excess(NameOf(metric), measured.Value, limit.Value, metric.Unit.Length == 0 ? "" : " " + metric.Unit)
        : null;

    private static string NameOf(Metric metric) => metric.JsonKey switch
    {
        "maxStateMachineSize" => "state machine",
        "maxAwaitCount" => "awaits",
        "maxHoistedFields" => "hoisted fields",
        "maxSuspensionBytes" => "on suspension",
        var other => other,
    };
}
