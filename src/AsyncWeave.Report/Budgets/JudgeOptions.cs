namespace AsyncWeave.Report.Budgets;

/// <summary>By what a report is judged, as the two doors hand it over: nothing in it has been read or checked.</summary>
/// <param name="ProjectDirectory">Full path; the configuration is looked for from here upward, and relative paths start here.</param>
public sealed record JudgeOptions(string ProjectDirectory)
{
    /// <summary>Where the search upward ends and what paths in messages are relative to; null finds the directory with <c>.git</c>.</summary>
    public string? RepositoryRoot { get; init; }

    /// <summary>The project file, for messages about properties and items that stand in no file of their own; null names none.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>Full paths of the files in which a user may have mistyped a property; empty where none were given so.</summary>
    public IReadOnlyList<string> ProjectFiles { get; init; } = [];

    /// <summary>Properties or command line options.</summary>
    public IReadOnlyList<GivenSetting> Settings { get; init; } = [];

    public IReadOnlyList<BudgetItem> Items { get; init; } = [];

    /// <summary>What the build says of warnings in general.</summary>
    public WarningOptions Warnings { get; init; } = WarningOptions.None;

    /// <summary>Whether the compiler optimized, as the build says; null takes what the assembly says.</summary>
    public bool? Optimized { get; init; }
}
