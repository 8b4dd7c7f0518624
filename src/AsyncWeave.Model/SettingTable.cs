namespace AsyncWeave.Model;

/// <summary>Every setting in one table; readers, schema, documentation and tests are held against it.</summary>
public static class SettingTable
{
    private static readonly string[] SeverityWords = ["none", "message", "suggestion", "warning", "error"];

    public static Setting Enabled { get; } = Property(new("Enabled", SettingKind.Flag, "true", "off switch"));

    public static Setting MaxStateMachineSize { get; } = Limit(Metrics.StateMachineSize, SettingKind.Bytes, "bytes of one state machine: of a struct its size, of a class its size on the heap");

    public static Setting MaxAwaitCount { get; } = Limit(Metrics.AwaitCount, SettingKind.Count, "suspension points of one method");

    public static Setting MaxHoistedFields { get; } = Limit(Metrics.HoistedFields, SettingKind.Count, "hoisted parameters, locals and spills");

    public static Setting MaxSuspensionBytes { get; } = Limit(Metrics.SuspensionBytes, SettingKind.Bytes, "heap bytes allocated at the first suspension");

    public static Setting Enforce { get; } = Property(new("Enforce", SettingKind.Choice, "auto", "whether budgets fail the build: auto only where the compiler optimizes")) with
    {
        Option = "--enforce",
        Words = ["auto", "always", "never"],
    };

    public static Setting ConfigFile { get; } = Property(new("ConfigFile", SettingKind.Path, "", "path of asyncweave.json; otherwise the nearest one upward")) with { Option = "--config" };

    public static Setting BaselineFile { get; } = Property(new("BaselineFile", SettingKind.Path, "", "path of the baseline; otherwise asyncweave.baseline.json beside the project")) with { Option = "--baseline" };

    public static Setting TreatWarningsAsErrors { get; } = Property(new("TreatWarningsAsErrors", SettingKind.Flag, "false", "warnings of AsyncWeave are errors"));

    public static Setting Strict { get; } = Property(new("Strict", SettingKind.Flag, "false", "AW0003, AW0005, AW0006, AW0007 and AW0008 are errors"));

    public static Setting UpdateBaseline { get; } = Property(new("UpdateBaseline", SettingKind.Flag, "false", "rewrites the baseline from this build instead of failing"));

    public static Setting ReportFormats { get; } = Property(new("ReportFormats", SettingKind.Choices, "json;html", "what reports are written")) with
    {
        Words = ["json", "html", "sarif", "markdown", "gitlab"],
    };

    public static Setting ReportDirectory { get; } = Property(new("ReportDirectory", SettingKind.Path, "$(OutDir)asyncweave/", "where the reports go"));

    public static Setting TargetRuntime { get; } = Property(new("TargetRuntime", SettingKind.Text, "", "the runtime whose layouts are computed; otherwise from the target framework")) with { Option = "--runtime" };

    public static Setting TargetArchitecture { get; } = Property(new("TargetArchitecture", SettingKind.Choice, "", "the architecture whose layouts are computed; otherwise from the build, else x64")) with
    {
        Option = "--arch",
        Words = ["x64", "x86", "arm64", "arm"],
    };

    public static Setting Severity { get; } = new("Severity", SettingKind.Choice, "error", "how a broken budget of the matching methods is said")
    {
        Metadata = "Severity",
        JsonPath = "overrides[].severity",
        Words = SeverityWords,
    };

    public static Setting Justification { get; } = new("Justification", SettingKind.Text, "", "why the matching methods are treated apart")
    {
        Metadata = "Justification",
        JsonPath = "overrides[].justification",
    };

    public static Setting Match { get; } = new("Match", SettingKind.Text, "", "pattern of the methods that an override speaks of; of an item its Include, or this where the pattern has a star")
    {
        Metadata = "Match",
        JsonPath = "overrides[].match",
    };

    public static Setting Rules { get; } = new("Rules", SettingKind.Choice, "", "severity of a diagnostic, by id") { JsonPath = "rules.AWnnnn", Words = SeverityWords };

    public static Setting Exclude { get; } = new("Exclude", SettingKind.Text, "", "patterns of methods that are not judged") { JsonPath = "exclude[]" };

    public static Setting BaselineTolerance { get; } = new("BaselineTolerance", SettingKind.Bytes, "0", "bytes that a method may grow past its row") { JsonPath = "baseline.toleranceBytes" };

    public static Setting BaselineNewMethods { get; } = new("BaselineNewMethods", SettingKind.Choice, "budget", "what a method without a row is held to")
    {
        JsonPath = "baseline.newMethods",
        Words = ["budget", "ignore"],
    };

    public static Setting BaselineSlack { get; } = new("BaselineSlack", SettingKind.Choice, "message", "how rows above today's values are said") { JsonPath = "baseline.slack", Words = SeverityWords };

    public static Setting BaselineStale { get; } = new("BaselineStale", SettingKind.Choice, "warning", "how rows that match no method are said") { JsonPath = "baseline.stale", Words = SeverityWords };

    public static IReadOnlyList<Setting> All { get; } =
    [
        Enabled, MaxStateMachineSize, MaxAwaitCount, MaxHoistedFields, MaxSuspensionBytes, Enforce, ConfigFile, BaselineFile,
        TreatWarningsAsErrors, Strict, UpdateBaseline, ReportFormats, ReportDirectory, TargetRuntime, TargetArchitecture,
        Match, Severity, Justification, Rules, Exclude, BaselineTolerance, BaselineNewMethods, BaselineSlack, BaselineStale,
    ];

    private static Setting Property(Setting setting) => setting with { Property = "AsyncWeave" + setting.Name };

    private static Setting Limit(Metric metric, SettingKind kind, string meaning) => new(metric.Name, kind, "", meaning)
    {
        Property = metric.Property,
        Metadata = metric.Name,
        JsonPath = "budgets." + metric.JsonKey,
        Attribute = metric.Name,
    };
}
