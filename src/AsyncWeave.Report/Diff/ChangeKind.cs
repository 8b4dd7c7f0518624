namespace AsyncWeave.Report.Diff;

/// <summary>What became of a method, in the order in which a reader wants to know.</summary>
public enum ChangeKind
{
    Grown,
    New,
    Shrunk,
    Gone,
    Renamed,

    /// <summary>As many bytes as before, other awaits or fields.</summary>
    Changed,
    Unchanged,
}
