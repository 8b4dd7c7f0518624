using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>A limit for one metric: above <paramref name="Warn"/> a warning, above <paramref name="Error"/> an error.</summary>
internal sealed record Threshold(Metric Metric, int? Warn, int? Error, Origin Origin)
{
    /// <summary>What the report shows as the limit.</summary>
    public int? Limit => Error ?? Warn;
}
