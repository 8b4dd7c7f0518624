namespace AsyncWeave.Report.Diff;

/// <param name="Label">The field's name in source, or its role and type.</param>
/// <param name="Old">Bytes; null where it came.</param>
/// <param name="New">Bytes; null where it went.</param>
public sealed record FieldChange(string Label, int? Old, int? New)
{
    public int Bytes => (New ?? 0) - (Old ?? 0);
}
