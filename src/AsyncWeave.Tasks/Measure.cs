using AsyncWeave.Analysis;
using AsyncWeave.Model;
using AsyncWeave.Report.Json;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace AsyncWeave.Tasks;

/// <summary>
/// Reads the compiled assembly and leaves what it found as JSON. It succeeds whatever it finds: what there is to say,
/// <see cref="Judge"/> says, on every build.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class Measure : Task
{
    /// <summary>Full path of the compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>What the compiler was given.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>What will run: the files copied to the output, and those of a runtime pack.</summary>
    public ITaskItem[] Implementations { get; set; } = [];

    /// <summary>As the build names it: <c>net10.0</c>, <c>netstandard2.0</c>.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>The runtime to lay out for; empty for a library that runs on several.</summary>
    public string TargetRuntime { get; set; } = "";

    /// <summary><c>x64</c>, <c>x86</c>, <c>arm64</c> or <c>arm</c>.</summary>
    public string Architecture { get; set; } = "";

    /// <summary>The directory that holds <c>shared/</c>; empty where the build knows none.</summary>
    public string DotNetRoot { get; set; } = "";

    /// <summary>NuGet's package folders.</summary>
    public string[] PackageFolders { get; set; } = [];

    /// <summary>With the metadata <c>MappedPath</c> where a deterministic build writes that instead.</summary>
    public ITaskItem[] SourceRoots { get; set; } = [];

    /// <summary>Full path.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Full path of the JSON to write.</summary>
    [Required]
    public string Model { get; set; } = "";

    /// <summary>Full path of the file whose time says that the model is current.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    public override bool Execute()
    {
        try
        {
            HandOver(AssemblyAnalyzer.Analyze(Options()), final: true);
        }
        catch (UnreadableAssemblyException unreadable)
        {
            HandOver(Unmeasured.Because(this, ToolDiagnostic.Of(DiagnosticTable.UnreadableAssembly, unreadable.Message)), final: true);
        }
        catch (Exception fault)
        {
            Log.LogMessage(MessageImportance.Low, fault.ToString());
            HandOver(Unmeasured.Because(this, ToolDiagnostic.OfFault(fault, strict: false)), final: false);
        }

        return true;
    }

    private AnalysisOptions Options() => new(Assembly)
    {
        TargetRuntime = TargetRuntime.Length > 0 ? TargetRuntime : null,
        TargetFramework = TargetFramework.Length > 0 ? TargetFramework : null,
        Architecture = Enum.TryParse<Model.Architecture>(Architecture, ignoreCase: true, out var known) ? known : AsyncWeave.Model.Architecture.X64,
        ReferencePaths = FullPaths(References),
        ImplementationPaths = FullPaths(Implementations),
        Threads = Environment.ProcessorCount,
        Frameworks = new FrameworkLocations(DotNetRoot.Length > 0 ? [DotNetRoot] : [], PackageFolders.Distinct().ToArray()),
        RepositoryRoot = Repository.RootAbove(ProjectDirectory) ?? ProjectDirectory,
        SourceRoots = SourceRoots
            .Where(root => root.GetMetadata("MappedPath").Length > 0)
            .Select(root => new SourceRoot(root.GetMetadata("MappedPath"), root.GetMetadata("FullPath")))
            .ToList(),
    };

    private static string[] FullPaths(ITaskItem[] items) => Array.ConvertAll(items, item => item.GetMetadata("FullPath"));

    /// <param name="final">False where the next build is to try again.</param>
    private void HandOver(AssemblyReport report, bool final) =>
        ModelHandOver.Leave(BuildEngine, Model, new ModelHandOver(report, System.Threading.Tasks.Task.Run(() => Keep(report, final))));

    private void Keep(AssemblyReport report, bool final)
    {
        OutputFile.WriteIfDifferent(Model, stream => ReportJson.Write(stream, report));
        if (final)
            File.WriteAllText(Stamp, "");
    }
}
