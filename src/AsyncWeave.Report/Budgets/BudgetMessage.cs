using System.Globalization;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>The words of a broken budget: fact, limit, excess, largest contributors, what to change.</summary>
internal static class BudgetMessage
{
    private const int Contributors = 3;

    public static string Of(MethodReport method, Metric metric, int measured, int limit)
    {
        var excess = (measured - limit).ToString(CultureInfo.InvariantCulture);
        var name = method.DisplayName;
        return metric.Diagnostic.Id switch
        {
            "AW1001" => $"{name}: state machine is {measured} B, {excess} B over its budget of {limit} B{Largest(method)}",
            "AW1002" => $"{name}: awaits {measured} times, {excess} over its budget of {limit}",
            "AW1003" => $"{name}: hoists {measured} fields, {excess} over its budget of {limit}{Largest(method)}",
            _ => $"{name}: allocates {measured} B at its first suspension, {excess} B over its budget of {limit} B{Objects(method)}",
        };
    }

    private static string Largest(MethodReport method)
    {
        var fields = method.StateMachine?.Fields
            .Where(f => f.SourceName is not null || Metrics.IsHoisted(f))
            .OrderByDescending(f => f.Size).ThenBy(f => f.Offset)
            .Take(Contributors)
            .Select(f => $"{f.SourceName ?? f.Name} {f.Size} B")
            .ToList();
        return fields is { Count: > 0 } ? "; largest: " + string.Join(", ", fields) : "";
    }

    private static string Objects(MethodReport method)
    {
        var objects = method.Allocations?.Suspension.Objects
            .OrderByDescending(o => o.Bytes).ThenBy(o => o.Type, StringComparer.Ordinal)
            .Take(Contributors)
            .Select(o => $"{o.Type} {o.Bytes} B")
            .ToList();
        return objects is { Count: > 0 } ? "; largest: " + string.Join(", ", objects) : "";
    }
}
