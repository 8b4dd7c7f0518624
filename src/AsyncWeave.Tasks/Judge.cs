using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Json;
using Microsoft.Build.Framework;
using Judgement = AsyncWeave.Report.Budgets.Judge;
using Task = Microsoft.Build.Utilities.Task;

namespace AsyncWeave.Tasks;

/// <summary>Holds what <see cref="Measure"/> found against the budgets, says so in the log on every build, and writes the reports.</summary>
[MSBuildMultiThreadableTask]
public sealed class Judge : Task
{
    /// <summary>Full path of the JSON that was measured.</summary>
    [Required]
    public string Model { get; set; } = "";

    /// <summary>Full path of the file that keeps the verdict for builds in which nothing changed.</summary>
    [Required]
    public string Verdict { get; set; } = "";

    /// <summary>Full paths of the reports to write, with the metadata <c>Format</c>.</summary>
    public ITaskItem[] Reports { get; set; } = [];

    /// <summary>The user's properties by name, with the metadata <c>Value</c>.</summary>
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>Budgets for the methods that a pattern matches.</summary>
    public ITaskItem[] Budgets { get; set; } = [];

    /// <summary>Full paths of the files in which budgets and mistyped properties are looked for as they are written.</summary>
    public string[] ItemFiles { get; set; } = [];

    /// <summary>Full path.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>For the summary line.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>Whether the compiler optimized.</summary>
    public bool Optimize { get; set; }

    /// <summary>Full paths of <c>.editorconfig</c> and <c>.globalconfig</c> files.</summary>
    public string[] AnalyzerConfigFiles { get; set; } = [];

    public string NoWarn { get; set; } = "";

    public string WarningsAsErrors { get; set; } = "";

    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary>Full path of the ratchet file, whether or not there is one.</summary>
    public string BaselineFile { get; set; } = "";

    /// <summary>Writes the ratchet file from this build; an unoptimized one has other state machines and writes none.</summary>
    public bool UpdateBaseline { get; set; }

    /// <summary>Other target frameworks of the project write their lines of the ratchet file themselves.</summary>
    public bool IsOneOfSeveralFrameworks { get; set; }

    /// <summary>A fault of the tool itself is an error.</summary>
    public bool Strict { get; set; }

    internal string ProjectDirectory => Path.GetDirectoryName(ProjectFile)!;

    public override bool Execute()
    {
        try
        {
            // What was measured anew has no verdict yet.
            var measured = ModelHandOver.Take(BuildEngine, Model);
            return Say(measured is not null ? Judged(measured) : Known() ?? Judged(new ModelHandOver(ReadModel(), System.Threading.Tasks.Task.CompletedTask)));
        }
        catch (Exception fault)
        {
            Log.LogMessage(MessageImportance.Low, fault.ToString());
            BuildLog.Write(Log, ToolDiagnostic.OfFault(fault, Strict), ProjectFile);
            return !Strict;
        }
    }

    /// <summary>The verdict of an earlier build over the same files and settings.</summary>
    private StoredVerdict? Known() =>
        StoredVerdict.Read(Verdict) is { } stored && stored.StillHolds(JudgementBasis.Of(this)) ? stored : null;

    private StoredVerdict Judged(ModelHandOver measured)
    {
        if (UpdateBaseline && measured.Report.Assembly.Optimized && BaselineUpdate.Write(BaselineFile, measured.Report, complete: !IsOneOfSeveralFrameworks))
            Log.LogMessage(MessageImportance.High, $"AsyncWeave: baseline written -> {BaselineFile}");

        var wildcards = WildcardBudgets.In(ItemFiles);
        var verdict = Judgement.Of(measured.Report, Options(wildcards));
        var log = wildcards.Problems.Concat(verdict.Log).Concat(WriteReports(verdict.Report)).ToList();
        if (Problem(() => measured.Kept.GetAwaiter().GetResult()) is { } unkept)
            log.Add(unkept);
        var judged = StoredVerdict.Of(verdict with { Log = log }, this);
        // A fault may be gone the next time: a disk that was full, a file that was open elsewhere.
        if (log.All(finding => finding.Id != DiagnosticTable.InternalFault.Id))
            judged.Write(Verdict);
        return judged;
    }

    /// <returns>What went wrong; a report that cannot be written must not silence the verdict.</returns>
    private IEnumerable<Diagnostic> WriteReports(AssemblyReport report)
    {
        // At once: they share nothing but the facts, and each takes about as long as the others.
        var files = Reports.Select(ReportFile.Of).Distinct().ToList();
        var written = files.ConvertAll(file => System.Threading.Tasks.Task.Run(() => WriteReport(file, report)));
        return written.Select(problem => problem.GetAwaiter().GetResult()).OfType<Diagnostic>();
    }

    private Diagnostic? WriteReport(ReportFile file, AssemblyReport report)
    {
        if (!ReportFormats.Knows(file.Format))
            return ToolDiagnostic.Of(DiagnosticTable.InvalidConfiguration, $"AsyncWeaveReportFormats: there is no report format '{file.Format}'; there are {ReportFormats.Names}");

        return Problem(() => ReportFormats.Write(file, report));
    }

    private Diagnostic? Problem(Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception fault)
        {
            Log.LogMessage(MessageImportance.Low, fault.ToString());
            return ToolDiagnostic.OfFault(fault, Strict);
        }
    }

    private bool Say(StoredVerdict verdict)
    {
        foreach (var finding in verdict.Log)
            BuildLog.Write(Log, finding, ProjectFile);
        Log.LogMessage(MessageImportance.High, verdict.Summary);
        return !verdict.Failed;
    }

    private AssemblyReport ReadModel()
    {
        using var file = File.OpenRead(Model);
        return ReportJson.Read(file);
    }

    private JudgeOptions Options(WildcardBudgets wildcards) => new(ProjectDirectory)
    {
        RepositoryRoot = Repository.RootAbove(ProjectDirectory),
        ProjectFile = ProjectFile,
        ProjectFiles = ItemFiles,
        Optimized = Optimize,
        Settings = Array.ConvertAll(Settings, item => GivenSetting.Property(item.ItemSpec, item.GetMetadata("Value"))),
        Items = wildcards.With(Budgets.Select(BudgetItems.Of), ProjectDirectory),
        Warnings = new WarningOptions
        {
            NoWarn = NoWarn,
            WarningsAsErrors = WarningsAsErrors,
            WarningsNotAsErrors = WarningsNotAsErrors,
            AnalyzerConfigFiles = AnalyzerConfigFiles,
        },
    };
}
