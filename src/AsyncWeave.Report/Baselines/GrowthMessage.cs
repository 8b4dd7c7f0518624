using System.Globalization;
using System.Text;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Baselines;

/// <summary>The words for a method that grew past its line: old, new, and which fields came or grew.</summary>
internal static class GrowthMessage
{
    private const int MostFields = 4;

    public static string Of(MethodReport method, BaselineEntry entry, BaselineRow now, int toleranceBytes)
    {
        var parts = new List<string>();
        if (now.StateMachineSize - entry.Row.StateMachineSize > toleranceBytes)
            parts.Add(Grew("state machine grew", entry.Row.StateMachineSize!.Value, now.StateMachineSize!.Value, toleranceBytes));
        if (now.SuspensionBytes - entry.Row.SuspensionBytes > toleranceBytes)
            parts.Add(Grew("the first suspension grew", entry.Row.SuspensionBytes!.Value, now.SuspensionBytes!.Value, toleranceBytes));

        var text = new StringBuilder(method.DisplayName).Append(": ").Append(string.Join(", ", parts));
        var change = FieldChanges.Between(FieldFacts.Parse(entry.Fields), FieldFacts.All(method));
        Append(text, "came", change.Came.Select(f => $"{f.Label} {f.Bytes} B").ToList());
        Append(text, "grew", change.Grown.Select(f => $"{f.Label} {f.Old} B to {f.New} B").ToList());
        return text.Append("; hold less across its awaits, or accept the growth by updating the baseline").ToString();
    }

    private static string Grew(string what, int old, int now, int toleranceBytes)
    {
        var tolerance = toleranceBytes > 0 ? string.Format(CultureInfo.InvariantCulture, " (tolerance {0} B)", toleranceBytes) : "";
        return string.Format(CultureInfo.InvariantCulture, "{0} from {1} B to {2} B, {3} B past the baseline{4}", what, old, now, now - old, tolerance);
    }

    private static void Append(StringBuilder text, string verb, List<string> fields)
    {
        if (fields.Count == 0)
            return;
        text.Append("; ").Append(verb).Append(": ").Append(string.Join(", ", fields.Take(MostFields)));
        if (fields.Count > MostFields)
            text.Append(" and ").Append((fields.Count - MostFields).ToString(CultureInfo.InvariantCulture)).Append(" more");
    }
}
