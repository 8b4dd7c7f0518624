using AsyncWeave.Model;

namespace AsyncWeave.Tasks;

/// <summary>What stands in the place of a report when there is none: its one diagnostic says why.</summary>
internal static class Unmeasured
{
    public static AssemblyReport Because(Measure task, Diagnostic reason) => new(
        AssemblyReport.CurrentSchemaVersion,
        ToolInfo.Current,
        new AssemblyIdentity(Path.GetFileNameWithoutExtension(task.Assembly), Guid.Empty.ToString(), task.TargetFramework, Optimized: true, Symbols: "none"),
        new RuntimeInfo(task.TargetRuntime, task.Architecture, PointerSize: 8, LayoutSource: "reference"),
        Methods: [],
        [reason]);
}
