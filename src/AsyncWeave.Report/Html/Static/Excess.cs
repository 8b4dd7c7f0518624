using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>One metric past its limit.</summary>
/// <param name="Unit">With the space before it; empty for counts.</param>
internal sealed record Excess(string What, int Measured, int Limit, string Unit)
{
    public static IEnumerable<Excess> Of(MethodReport method)
    {
        var limits = method.Budget.Limits;
        return new[]
        {
            Compare("state machine", method.StateMachine?.Size, limits.MaxStateMachineSize, " B"),
            Compare("awaits", method.AwaitCount, limits.MaxAwaitCount, ""),
            Compare("hoisted fields", HoistedFields.CountOf(method), limits.MaxHoistedFields, ""),
            Compare("on suspension", method.Allocations?.Suspension.Bytes, limits.MaxSuspensionBytes, " B"),
        }.OfType<Excess>();
    }

    /// <summary>The largest share by which any metric is past its limit.</summary>
    public static double WorstOf(MethodReport method) =>
        Of(method).Select(e => (double)e.Measured / Math.Max(e.Limit, 1)).DefaultIfEmpty(0).Max();

    private static Excess? Compare(string what, int? measured, int? limit, string unit) =>
        measured > limit ? new Excess(what, measured.Value, limit.Value, unit) : null;
}
