namespace AsyncWeave.Report.Budgets;

internal enum Enforcement
{
    /// <summary>In optimized builds only: others hoist every local into a class.</summary>
    Auto,
    Always,
    Never,
}
