namespace AsyncWeave.Report.Diff;

/// <summary>What makes a diff fail.</summary>
public enum FailOn
{
    /// <summary>A method grew.</summary>
    Growth,

    /// <summary>A method of the new report is over its budget.</summary>
    Budget,
    Never,
}
