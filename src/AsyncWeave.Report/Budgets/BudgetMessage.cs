using System.Globalization;
using AsyncWeave.Model;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Budgets;

/// <summary>The words of a broken budget: fact, limit, excess, largest contributors, what to change.</summary>
internal static class BudgetMessage
{
    private const int Contributors = 3;

    public static string Of(MethodReport method, Metric metric, int measured, int limit)
    {
        var excess = (measured - limit).ToString(CultureInfo.InvariantCulture);
        var name = method.DisplayName;
        if (metric == Metrics.StateMachineSize)
            return $"{name}: state machine is {measured} B, {excess} B over its budget of {limit} B{Largest(method)}{LargestOfTheCompiler(method)}{Dispensable(method)}";
        if (metric == Metrics.AwaitCount)
            return $"{name}: awaits {measured} times, {excess} over its budget of {limit}{MostAwaited(method)}";
        return metric == Metrics.HoistedFields
            ? $"{name}: hoists {measured} fields, {excess} over its budget of {limit}{Largest(method)}{Dispensable(method)}"
            : $"{name}: allocates {measured} B at its first suspension, {excess} B over its budget of {limit} B{Objects(method)}{Dispensable(method)}";
    }

    private static string Largest(MethodReport method) => Tail("largest", BySize(Fields(method)));

    /// <summary>Where the author put nothing into the state machine, what the compiler put there.</summary>
    private static string LargestOfTheCompiler(MethodReport method) => Fields(method).Any()
        ? ""
        : Tail("no parameter or local in it; largest", BySize(method.StateMachine?.Fields ?? []));

    private static IEnumerable<string> BySize(IEnumerable<StateMachineField> fields) => fields
        .OrderByDescending(f => f.Size).ThenBy(f => f.Offset)
        .Select(f => $"{NameOf(f)} {f.Size} B");

    /// <summary>Fields whose value no await needs: the author can take them out of the state machine.</summary>
    private static string Dispensable(MethodReport method)
    {
        var fields = Fields(method).ToList();
        // No field alive anywhere means that nobody has looked, not that all could go.
        if (fields.All(f => f.LiveAcross.Count == 0))
            return "";
        return Tail("needed after no await", fields
            .Where(f => f.LiveAcross.Count == 0 && f.SavesBytes > 0)
            .OrderByDescending(f => f.SavesBytes).ThenBy(f => f.Offset)
            .Select(f => $"{NameOf(f)} (saves {f.SavesBytes} B)"));
    }

    private static string Objects(MethodReport method) => Tail("largest", (method.Allocations?.Suspension.Objects ?? [])
        .OrderByDescending(o => o.Bytes).ThenBy(o => o.Type, StringComparer.Ordinal)
        .Select(o => $"{o.Type} {o.Bytes} B"));

    private static string MostAwaited(MethodReport method) => Tail("most", method.Awaits
        .Where(a => a.Operation is not null)
        .GroupBy(a => a.Operation!, StringComparer.Ordinal)
        .Where(g => g.Count() > 1)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{TypeNames.ShortOperation(g.Key)} {g.Count()} times"));

    private static IEnumerable<StateMachineField> Fields(MethodReport method) =>
        (method.StateMachine?.Fields ?? []).Where(Metrics.IsHoisted);

    private static string NameOf(StateMachineField field) => field.SourceName ?? field.Name;

    private static string Tail(string what, IEnumerable<string> parts)
    {
        var named = string.Join(", ", parts.Take(Contributors));
        return named.Length > 0 ? $"; {what}: {named}" : "";
    }
}
