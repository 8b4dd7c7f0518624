namespace AsyncWeave.Report.Budgets;

/// <summary>The build's general switches for warnings, read.</summary>
internal sealed record WarningSwitches(
    IReadOnlyCollection<string> NoWarn,
    IReadOnlyCollection<string> AsErrors,
    IReadOnlyCollection<string> NotAsErrors,
    bool TreatAsErrors,
    bool Strict)
{
    public static WarningSwitches None { get; } = new([], [], [], false, false);

    public static WarningSwitches Of(WarningOptions options, bool treatAsErrors, bool strict) => new(
        Words.Ids(options.NoWarn), Words.Ids(options.WarningsAsErrors), Words.Ids(options.WarningsNotAsErrors), treatAsErrors, strict);
}
