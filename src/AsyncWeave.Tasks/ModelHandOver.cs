using AsyncWeave.Model;
using Microsoft.Build.Framework;

namespace AsyncWeave.Tasks;

/// <summary>Spares <see cref="Judge"/> the reading of a file that <see cref="Measure"/> has just written in the same build.</summary>
internal static class ModelHandOver
{
    public static void Leave(IBuildEngine engine, string path, AssemblyReport report) =>
        (engine as IBuildEngine4)?.RegisterTaskObject(Key(path), report, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);

    /// <returns>Null when the model was not measured in this build, or in another process of it.</returns>
    public static AssemblyReport? Take(IBuildEngine engine, string path) =>
        (engine as IBuildEngine4)?.UnregisterTaskObject(Key(path), RegisteredTaskObjectLifetime.Build) as AssemblyReport;

    private static string Key(string path) => "AsyncWeave model " + path;
}
