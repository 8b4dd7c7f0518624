using System.Globalization;

namespace AsyncWeave.Report.Html;

/// <summary>How figures are spelled: invariant, thousands apart, lower bounds marked.</summary>
internal static class Figures
{
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Bytes(long value, bool exact = true) => (exact ? "" : "≥ ") + Number(value) + " B";

    public static string Plural(long count, string one, string many) => Number(count) + " " + (count == 1 ? one : many);

    /// <summary>With its sign, also where it is growth.</summary>
    public static string Change(long bytes) =>
        bytes == 0 ? "±0 B" : (bytes > 0 ? "+" : "−") + Number(Math.Abs(bytes)) + " B";
}
