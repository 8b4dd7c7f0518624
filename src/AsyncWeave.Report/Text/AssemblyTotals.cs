using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>What a table needs of an assembly, so that its methods need not be kept.</summary>
/// <param name="Runtime">Framework and architecture.</param>
public sealed record AssemblyTotals(string Name, string Runtime, Summary Summary)
{
    public static AssemblyTotals Of(AssemblyReport report) =>
        new(report.Assembly.Name, $"{report.Runtime.Framework} {report.Runtime.Architecture}", report.Summary);
}
