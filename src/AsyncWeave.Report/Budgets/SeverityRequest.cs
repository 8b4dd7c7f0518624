using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Everything that has a say in one finding's severity.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Default">As the diagnostic was raised.</param>
internal sealed record SeverityRequest(string Id, Severity Default)
{
    /// <summary>From <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
    public Severity? AnalyzerConfig { get; init; }

    /// <summary>From <c>rules</c> in <c>asyncweave.json</c>.</summary>
    public Severity? Rule { get; init; }

    /// <summary>From the override or item that speaks of the method, or from the setting that asks for the finding.</summary>
    public Severity? Override { get; init; }

    /// <summary>The figure is above the warning level alone, not above the error level.</summary>
    public bool IsWarnLevel { get; init; }

    /// <summary>False for a budget where budgets are not enforced.</summary>
    public bool IsEnforced { get; init; } = true;
}
