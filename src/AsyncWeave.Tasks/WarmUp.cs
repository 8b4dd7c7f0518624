using AsyncWeave.Analysis;
using AsyncWeave.Report.Budgets;
using Microsoft.Build.Framework;
using Judgement = AsyncWeave.Report.Budgets.Judge;
using Task = Microsoft.Build.Utilities.Task;

namespace AsyncWeave.Tasks;

/// <summary>
/// Takes a specimen through all that <see cref="Measure"/> and <see cref="Judge"/> do, in the background and for nothing but its
/// side effect: a build is a new process, in which loading and compiling the code that runs takes longer than measuring a usual
/// project, and while the compiler runs, which is a process of its own, a processor is free for that.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class WarmUp : Task
{
    private static int begun;

    /// <summary>Full path.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>As the build names it; the framework that <see cref="Measure"/> will look into.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>The directory that holds <c>shared/</c>; empty where the build knows none.</summary>
    public string DotNetRoot { get; set; } = "";

    public override bool Execute()
    {
        // A process that builds more than one project is warm after the first.
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref begun, 1) == 0)
            new Thread(Run) { IsBackground = true, Name = nameof(WarmUp) }.Start();
        return true;
    }

    private void Run()
    {
        try
        {
            var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(typeof(Specimen).Assembly.Location)
            {
                TargetRuntime = TargetFramework.Length > 0 ? TargetFramework : null,
                Frameworks = new FrameworkLocations(DotNetRoot.Length > 0 ? [DotNetRoot] : [], []),
            });
            var verdict = Judgement.Of(report, new JudgeOptions(Path.GetDirectoryName(ProjectFile)!) { ProjectFile = ProjectFile, Optimized = true });
            ReportFormats.Rehearse(verdict.Report);
        }
        catch (Exception)
        {
            // Whatever fails here fails again in the tasks themselves, which say so.
        }
    }
}
