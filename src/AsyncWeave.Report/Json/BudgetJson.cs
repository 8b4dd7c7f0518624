using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class BudgetJson
{
    public static void Write(JsonTextWriter json, Budget budget)
    {
        json.Member("status", EnumNames<BudgetStatus>.Of(budget.Status));
        json.Object("limits", budget.Limits, WriteLimits);
        json.Member("from", budget.From);
        if (budget.Baseline is { } row)
            json.Object("baseline", row, WriteRow);
    }

    public static Budget Read(JsonNode node)
    {
        if (node.IsNull)
            return Budget.None;
        var row = node["baseline"];
        return new Budget(node.Word<BudgetStatus>("status"), ReadLimits(node["limits"]), node.TextOrNull("from"))
        {
            Baseline = row.IsNull
                ? null
                : new BaselineRow(row.IntOrNull("stateMachineSize"), row.Int("awaits"), row.Int("hoistedFields"), row.IntOrNull("suspensionBytes")),
        };
    }

    /// <summary>Only what is set: a limit that is not there is no limit of 0.</summary>
    public static void WriteLimits(JsonTextWriter json, Limits limits)
    {
        foreach (var metric in Metrics.All)
        {
            if (metric.LimitOf(limits) is { } limit)
                json.Member(metric.JsonKey, limit);
        }
    }

    public static Limits ReadLimits(JsonNode node)
    {
        var limits = Limits.None;
        foreach (var metric in Metrics.All)
            limits = metric.WithLimit(limits, node.IntOrNull(metric.JsonKey));
        return limits;
    }

    private static void WriteRow(JsonTextWriter json, BaselineRow row)
    {
        json.Member("stateMachineSize", row.StateMachineSize);
        json.Member("awaits", row.Awaits);
        json.Member("hoistedFields", row.HoistedFields);
        json.Member("suspensionBytes", row.SuspensionBytes);
    }
}
