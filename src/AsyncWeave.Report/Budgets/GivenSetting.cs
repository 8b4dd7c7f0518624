namespace AsyncWeave.Report.Budgets;

/// <summary>A setting as the build or the command line hands it over, unread.</summary>
/// <param name="Name">As in the table of settings: <c>MaxStateMachineSize</c>, <c>BaselineFile</c>, <c>Enforce</c>…</param>
/// <param name="Value">As it was written; empty counts as not set.</param>
/// <param name="From">How a user calls the place: <c>AsyncWeaveEnforce</c>, <c>--baseline</c>.</param>
public sealed record GivenSetting(string Name, string Value, string From)
{
    /// <param name="property">With the prefix: <c>AsyncWeaveEnforce</c>.</param>
    public static GivenSetting Property(string property, string? value) =>
        new(property.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? property.Substring(Prefix.Length) : property, value ?? "", property);

    private const string Prefix = "AsyncWeave";
}
