using AsyncWeave.Analysis;
using AsyncWeave.Model;

namespace AsyncWeave.Html.Tests;

/// <summary>The installed runtime's own libraries, ASP.NET Core's included, analysed once.</summary>
internal static class SharedFramework
{
    private static readonly Lazy<ReportSet> All = new(Analyze);

    public static ReportSet Reports() => All.Value;

    private static ReportSet Analyze()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(runtime, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(runtime));
        var files = Directory.GetFiles(runtime, "*.dll").Concat(Directory.Exists(web) ? Directory.GetFiles(web, "*.dll") : []).Order(StringComparer.Ordinal);
        using var session = new AnalysisSession();
        var reports = new List<AssemblyReport>();
        foreach (var file in files)
        {
            try
            {
                reports.Add(session.Analyze(new AnalysisOptions(Path.GetFullPath(file))));
            }
            catch (UnreadableAssemblyException)
            {
                // Native libraries stand among the managed ones.
            }
        }

        var listed = reports.Where(r => r.Methods.Count > 0).ToList();
        return new ReportSet("1.0", ToolInfo.Current, listed, []) { WithoutAsync = reports.Count - listed.Count };
    }
}
