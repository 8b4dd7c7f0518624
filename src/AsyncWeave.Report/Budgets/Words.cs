using System.Globalization;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Values as users write them.</summary>
internal static class Words
{
    /// <summary>A whole number of 0 or more, without unit or decimals.</summary>
    public static bool TryNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    public static bool TryFlag(string text, out bool flag) => bool.TryParse(text.Trim(), out flag);

    public static bool TrySeverity(string text, out Severity severity)
    {
        (var known, severity) = text.Trim().ToLowerInvariant() switch
        {
            "none" => (true, Severity.None),
            "message" => (true, Severity.Message),
            "suggestion" => (true, Severity.Suggestion),
            "warning" => (true, Severity.Warning),
            "error" => (true, Severity.Error),
            _ => (false, Severity.None),
        };
        return known;
    }

    public static string Of(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>The ids in a list of the build's: <c>AW1001;CS1591, AW2004</c>; case does not matter.</summary>
    public static HashSet<string> Ids(string list) => new(
        list.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
