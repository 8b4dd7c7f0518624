using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>What one <c>.editorconfig</c> or <c>.globalconfig</c> says of our diagnostics.</summary>
/// <param name="Directory">Full path, with forward slashes and one at the end.</param>
/// <param name="IsRoot">Files in directories above do not count for files below.</param>
/// <param name="GlobalLevel">Of a global file its level, where higher wins; null for an <c>.editorconfig</c>.</param>
internal sealed record AnalyzerConfigFile(string Directory, bool IsRoot, int? GlobalLevel, IReadOnlyList<AnalyzerConfigEntry> Entries);

/// <param name="Section">The section's name; null for entries before the first.</param>
/// <param name="Id">The diagnostic, or <see cref="AnalyzerConfigReader.Category"/> or <see cref="AnalyzerConfigReader.Everything"/>.</param>
/// <param name="Severity">Null for <c>default</c>: what stands above does not count.</param>
internal sealed record AnalyzerConfigEntry(string? Section, string Id, Severity? Severity, Origin Origin);
