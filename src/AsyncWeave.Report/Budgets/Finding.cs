using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>A finding on its way to a severity.</summary>
internal sealed record Finding(Diagnostic Diagnostic)
{
    public bool IsBudget { get; init; }

    public bool IsWarnLevel { get; init; }

    /// <summary>Set for just this: by the override that speaks of the method, or by the setting that asks for the finding.</summary>
    public Severity? Override { get; init; }

    /// <summary>Why it is only recorded; null where it is not.</summary>
    public string? SilencedBecause { get; init; }
}
