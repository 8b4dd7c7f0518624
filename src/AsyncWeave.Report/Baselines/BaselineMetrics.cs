using AsyncWeave.Model;

namespace AsyncWeave.Report.Baselines;

/// <summary>The figures of a row as the metrics see them.</summary>
internal static class BaselineMetrics
{
    public static int? Of(BaselineRow row, Metric metric) => metric.JsonKey switch
    {
        "maxStateMachineSize" => row.StateMachineSize,
        "maxAwaitCount" => row.Awaits,
        "maxHoistedFields" => row.HoistedFields,
        _ => row.SuspensionBytes,
    };

    /// <summary>What a row of today would say.</summary>
    public static BaselineRow Measure(MethodReport method) => new(
        Metrics.StateMachineSize.Measure(method),
        method.AwaitCount,
        Metrics.HoistedFields.Measure(method) ?? 0,
        Metrics.SuspensionBytes.Measure(method));
}
