using System.Globalization;

namespace AsyncWeave.Report.Budgets;

/// <summary>Where something was set.</summary>
/// <param name="Name">A file, a property, an attribute, as a user calls it.</param>
/// <param name="File">Relative to the repository root; null where no file is known.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
internal sealed record Origin(string Name, string? File = null, int? Line = null, int? Column = null)
{
    public override string ToString() => Line is { } line
        ? string.Format(CultureInfo.InvariantCulture, "{0}({1},{2})", Name, line, Column ?? 1)
        : Name;
}
