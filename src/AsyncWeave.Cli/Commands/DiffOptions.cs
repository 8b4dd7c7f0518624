using AsyncWeave.Cli.Documents;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Report.Diff;

namespace AsyncWeave.Cli.Commands;

/// <summary>What <c>diff</c> was asked for.</summary>
/// <param name="Old">Report, assembly or directory, as typed.</param>
/// <param name="New">Likewise.</param>
/// <param name="MinimumChange">Bytes below which a change is not listed; the verdict does not look at it.</param>
internal sealed record DiffOptions(
    string Old,
    string New,
    AnalysisSettings Analysis,
    IReadOnlyList<DocumentTarget> Documents,
    FailOn FailOn,
    int MinimumChange,
    string Ci);
